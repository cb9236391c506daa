package org.tournee.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What waits for somebody besides conflicts. Rules: R-BO, R-REC, R-SHARE, R-CLK. */
class InboxTest extends WebTest {

    @Test
    void aChangeThatCameBackIsSeenAndClosedByItsAuthorAndLeavesThePhone() {
        RecordId returned = addressThatCameBack();
        Browser browser = browser(referent);
        assertThat(browser.get("/a-traiter").html()).contains("Adresse de Camille Moreau", "À reprendre");

        Browser.Page page = browser.get("/retours/" + returned);
        assertThat(page.html()).contains("Lefèvre", "une valeur ne respecte pas les règles", "avant : 86400");
        assertThat(browser.submit("/retours/" + returned, Map.of()).location()).isEqualTo("/a-traiter");

        assertThat(browser.get("/a-traiter").html()).contains("Rien n’attend");
        assertThat(browser.get("/retours/" + returned).status()).isEqualTo(404);
        assertThat(service.phone(referent).pull().row(returned).deleted()).isTrue();
    }

    @Test
    void theBackOfficeClosesAnAdministrativeOne() {
        RecordId returned = addressThatCameBack();
        Browser browser = browser(backOffice);

        assertThat(browser.get("/retours/" + returned).html()).contains("N° ", "Clore cette saisie");
        browser.submit("/retours/" + returned, Map.of());

        assertThat(browser.get("/a-traiter").html()).contains("Rien n’attend");
    }

    @Test
    void theBackOfficeKnowsThatAnotherExistsAndNotWhatItSays() {
        RecordId item = TestPhone.newId();
        phone().save(dossier, TestPhone.create(RecordKind.BILAN_ITEM, item, debt("Impayés de loyer")))
                .push();
        RecordId returned = cameBack(
                RecordKind.BILAN_ITEM,
                item,
                "statement",
                "{\"dimension\":\"INCOME\",\"effect\":\"DANGER\",\"whose_word\":\"PERSON_WORD\",\"text\":\"\"}");
        Browser browser = browser(backOffice);

        assertThat(browser.get("/a-traiter").html())
                .contains("Élément de bilan de Camille Moreau", "En attente de l’auteur")
                .doesNotContain("/retours/");
        Browser.Page page = browser.get("/retours/" + returned);
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.html()).doesNotContain("loyer");
        assertThat(browser.submit("/retours/" + returned, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void somebodyWithoutALinkKnowsNothingOfIt() {
        RecordId returned = addressThatCameBack();
        Browser browser = browser(stranger());

        assertThat(browser.get("/a-traiter").html()).contains("Rien n’attend");
        assertThat(browser.get("/retours/" + returned).status()).isEqualTo(403);
    }

    @Test
    void theFilterStaysInTheAddress() {
        clash();
        addressThatCameBack();
        Browser browser = browser(referent);

        assertThat(browser.get("/a-traiter?quoi=retours").html())
                .contains("À reprendre")
                .doesNotContain("À trancher");
        assertThat(browser.get("/a-traiter?quoi=divergences&mien=oui").html())
                .contains("À trancher", "/a-traiter?quoi=retours&amp;mien=oui")
                .doesNotContain("À reprendre");
        assertThat(browser.get("/a-traiter?quoi=rien").html()).contains("À trancher", "À reprendre");
    }

    @Test
    void aPhoneWhoseClockIsWrongIsShownToItsHeadAndToTheTechnicalAdministration() {
        TestPhone phone = service.phone(referent).clockAt(clock.instant().minus(Duration.ofMinutes(6)));
        phone.send(List.of());

        assertThat(browser(head).get("/a-traiter").html()).contains("Camille Moreau", "horloge décalée");
        assertThat(browser(technical()).get("/a-traiter?quoi=appareils").html()).contains("horloge décalée");
        assertThat(browser(colleague).get("/a-traiter").html()).doesNotContain("horloge");
    }

    @Test
    void fiveMinutesAreNothingToSeeTo() {
        service.phone(referent)
                .clockAt(clock.instant().plus(Duration.ofMinutes(5)))
                .send(List.of());

        assertThat(browser(technical()).get("/a-traiter").html()).contains("Rien n’attend");
    }

    @Test
    void aForkedPhoneIsShownAndNoDossierWithIt() {
        TestPhone phone = phone().pull();
        phone.save(dossier, phone.change(RecordKind.DOSSIER, new RecordId(dossier.value()), "address", SCHOOL));
        String line = new String(phone.outbox().getFirst(), UTF_8);
        phone.push();
        assertThat(phone.send(List.of(line.replace("9 rue", "10 rue").getBytes(UTF_8)))
                        .statusCode())
                .isEqualTo(409);
        clash("situation", "{\"facts\":[\"JOB_LOSS\"]}", "{\"facts\":[\"TENANT\"]}");

        String html = browser(technical()).get("/a-traiter").html();

        assertThat(html).contains("deux téléphones écrivaient").doesNotContain("Situation connue", "N° ");
    }

    private WorkerId technical() {
        return worker("Tom Petit", Role.ADMINISTRATOR);
    }

    private static BilanItem debt(String text) {
        return new BilanItem(
                new BilanItem.Statement(Dimension.INCOME, Effect.DANGER, WhoseWord.PERSON_WORD, text, false),
                new BilanItem.Validity(ServiceFixture.TODAY, null));
    }
}
