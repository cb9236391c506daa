package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.TestPhone;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** A head erases a dossier in the browser: a reason, the name once more, the password once more. Rules: R-GDPR, R-BO. */
class ErasurePagesTest extends WebTest {

    @Test
    void itIsErasedOnlyWithReasonNameAndPassword() {
        Browser browser = browser(head);
        clock.advance(Duration.ofMinutes(6));
        Browser.Page asked = browser.get(page());
        assertThat(asked.html()).contains("Effacer ce dossier ?", "Votre mot de passe");
        String household = asked.html().replaceAll("(?s).*<p class=\"crumb\"><a[^>]*>([^<]*)</a>.*", "$1");

        assertThat(submit(browser, "", household, PASSWORD).html()).contains("Dites pourquoi", "Rien n’est effacé");
        assertThat(submit(browser, "ORDERED", "Autre", PASSWORD).html()).contains("n’est pas celui de ce dossier");
        assertThat(submit(browser, "ORDERED", household, "").html()).contains("Donnez votre mot de passe");
        assertThat(submit(browser, "ORDERED", household, "pas le bon").html()).contains("n’est pas le vôtre");
        assertThat(browser.get("/dossiers/" + dossier).status()).isEqualTo(200);

        assertThat(submit(browser, "ORDERED", household, PASSWORD).html()).contains("Le dossier est effacé");

        assertThat(browser.get("/dossiers/" + dossier).status()).isIn(403, 404);
        assertThat(browser.get("/dossiers").html()).doesNotContain(dossier.toString());
    }

    /** Case E8, the answer was lost on the way: sent again or read again, it says what became of it, to whom it concerns alone. */
    @Test
    void askedAgainItSaysThatItIsDone() {
        Browser browser = browser(head);
        String household =
                browser.get(page()).html().replaceAll("(?s).*<p class=\"crumb\"><a[^>]*>([^<]*)</a>.*", "$1");
        submit(browser, "ORDERED", household, PASSWORD);

        assertThat(submit(browser, "ORDERED", household, PASSWORD).html()).contains("Le dossier est effacé");
        assertThat(browser.get(page()).html()).contains("Le dossier est effacé");

        WorkerId other = worker("Odile Caron", Role.TEAM_HEAD);
        assertThat(browser(other).get(page()).status()).isEqualTo(403);
    }

    @Test
    void nobodyElseGetsSoFar() {
        assertThat(browser(referent).get(page()).status()).isEqualTo(403);
        assertThat(browser(backOffice).get(page()).status()).isEqualTo(403);
    }

    /** A head may follow a dossier of another team; to erase it is for the head of that one. */
    @Test
    void aHeadWhoMerelyFollowsItIsNotAsked() {
        WorkerId other = worker("Odile Caron", Role.TEAM_HEAD);
        service.leaveTeam(other);
        service.assign(dossier, other, ReferentRole.REPLACEMENT);
        assertThat(browser(other).get("/dossiers/" + dossier).status()).isEqualTo(200);

        assertThat(browser(other).get(page()).status()).isEqualTo(403);
    }

    /** A page shows one space where two were written. */
    @Test
    void aNameIsTypedAsItIsSeen() {
        RecordId own = new RecordId(dossier.value());
        TestPhone phone = phone().pull();
        phone.save(dossier, phone.change(RecordKind.DOSSIER, own, "household", "{\"name\":\"Le  Goff \"}"))
                .push();
        Browser browser = browser(head);
        browser.get(page());

        assertThat(submit(browser, "ORDERED", "Le Goff", PASSWORD).html()).contains("Le dossier est effacé");
    }

    private Browser.Page submit(Browser browser, String reason, String household, String password) {
        return browser.submit(
                "/dossiers/" + dossier + "/effacement",
                Map.of("motif", reason, "menage", household, "motdepasse", password));
    }

    private String page() {
        return "/dossiers/" + dossier + "/effacement";
    }
}
