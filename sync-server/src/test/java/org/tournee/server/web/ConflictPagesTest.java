package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.server.TestPhone;
import org.tournee.sync.Conflict;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;

/** Conflicts seen and settled in the browser. Rules: R-REC, R-SHARE, R-BO. */
class ConflictPagesTest extends WebTest {

    @Test
    void anEmptyInboxSaysSo() {
        assertThat(browser(backOffice).get("/a-traiter").html()).contains("Rien n’attend");
    }

    @Test
    void theBackOfficeSeesAnAddressTwiceSettlesItAndThePhonesGetIt() {
        RecordId conflict = clash();
        Browser browser = browser(backOffice);
        assertThat(browser.get("/a-traiter").html()).contains("Adresse", "À trancher", path(conflict));
        Browser.Page shown = browser.get(path(conflict));
        assertThat(shown.html()).contains("Camille Moreau", "Dominique Girard", "Gare", "École", "<mark>");

        Browser.Page settled = browser.submit(path(conflict), choice(shown, station(conflict)));

        assertThat(settled.status()).isEqualTo(200);
        assertThat(settled.html()).contains("C’est tranché.", "Tranchée", "Gaëlle Marchand", "Retenue");
        TestPhone phone = service.phone(referent).pull();
        assertThat(Groups.sameValue(
                        Groups.parse(phone.row(new RecordId(dossier.value())).groups())
                                .get("address"),
                        STATION))
                .isTrue();
        assertThat(browser.get("/a-traiter").html()).contains("Rien n’attend");
    }

    @Test
    void settlingAgainChangesNothingAndSaysWhatStands() {
        RecordId conflict = clash();
        Browser browser = browser(backOffice);
        Browser.Page shown = browser.get(path(conflict));
        Map<String, String> form = choice(shown, station(conflict));
        browser.submit(path(conflict), form);

        Browser.Page again = browser.submit(path(conflict), form);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.html()).contains("déjà tranchée", "Gaëlle Marchand");
    }

    @Test
    void aThirdValueIsWritten() {
        RecordId conflict = clash();
        Browser browser = browser(referent);
        Browser.Page shown = browser.get(path(conflict));

        Browser.Page settled = browser.submit(
                path(conflict),
                Map.of(
                        "choix", "ecrit",
                        "vu", field(shown.html(), "vu"),
                        "champ.street", "1 place du Marché",
                        "champ.postcode", "86400"));

        assertThat(settled.html()).contains("C’est tranché.", "1 place du Marché");
        TestPhone phone = service.phone(colleague).pull();
        assertThat(phone.row(new RecordId(dossier.value())).groups()).contains("1 place du Marché", "86078");
    }

    @Test
    void aThirdValueWithAnEmptyFieldIsAskedForAgain() {
        RecordId conflict = clash();
        Browser browser = browser(referent);
        Browser.Page shown = browser.get(path(conflict));

        Browser.Page page = browser.submit(
                path(conflict),
                Map.of("choix", "ecrit", "vu", field(shown.html(), "vu"), "champ.street", "", "champ.postcode", "86"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("remplissez tous les champs");
    }

    @Test
    void aVariantThatWasNotSeenIsShownBeforeAnythingIsSettled() {
        RecordId conflict = clash();
        Browser browser = browser(backOffice);
        Browser.Page shown = browser.get(path(conflict));
        String half = field(shown.html(), "vu").replaceAll(" .*", "");

        Browser.Page page = browser.submit(path(conflict), Map.of("choix", station(conflict), "vu", half));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html()).contains("Une autre saisie est arrivée entre-temps");
    }

    @Test
    void theBackOfficeKnowsThatAnotherConflictExistsAndNothingMore() {
        RecordId conflict = clash("situation", "{\"facts\":[\"JOB_LOSS\"]}", "{\"facts\":[\"VIOLENCE\"]}");
        Browser browser = browser(backOffice);

        String inbox = browser.get("/a-traiter").html();

        assertThat(inbox).contains("En attente du référent").doesNotContain(path(conflict));
        Browser.Page page = browser.get(path(conflict));
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.html()).doesNotContain("VIOLENCE", "JOB_LOSS");
    }

    @Test
    void somebodyWithoutALinkSeesNothingOfIt() {
        RecordId conflict = clash();
        var stranger = worker("Yann Le Goff", org.tournee.organisation.Role.SOCIAL_WORKER);
        service.leaveTeam(stranger);
        Browser browser = browser(stranger);

        assertThat(browser.get("/a-traiter").html()).contains("Rien n’attend");
        assertThat(browser.get(path(conflict)).status()).isEqualTo(403);
    }

    @Test
    void theHeadSettlesWhatConcernsTheSituation() {
        RecordId conflict = clash("situation", "{\"facts\":[\"JOB_LOSS\"]}", "{\"facts\":[\"TENANT\"]}");
        Browser browser = browser(head);
        Browser.Page shown = browser.get(path(conflict));

        Browser.Page settled = browser.submit(path(conflict), choice(shown, station(conflict)));

        assertThat(settled.html()).contains("C’est tranché.");
    }

    private Map<String, String> choice(Browser.Page shown, String variant) {
        return Map.of("choix", variant, "vu", field(shown.html(), "vu"));
    }

    /** The id of the colleague's variant. */
    private String station(RecordId conflict) {
        Conflict held = Groups.parse(
                        service.phone(referent).pull().row(conflict).groups())
                .as(Conflict.class);
        return held.variants().all().stream()
                .filter(variant -> colleague.equals(variant.author()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void aConflictIsOfItsDossierAlone() {
        RecordId conflict = clash();
        dossier = service.dossier(referent);

        assertThat(browser(referent).get(path(conflict)).status()).isEqualTo(404);
    }
}
