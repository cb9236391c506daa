package org.tournee.mobile.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.mandate.Mandate;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.segment.Exemption;

/** What was asked, mandates and exemptions, on a phone with no network. Rules: R-REQ, R-MAN, R-SEG-10. */
class RequestsFlowTest {

    @Test
    void aRequestAMandateAndItsReviewAreWrittenDownWhereTheyComeUp() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.DossierPage(phone.dossier(3)));
            phone.tap("#section-requests");
            phone.tap("#demand-add");
            phone.tap("Enregistrer la demande");
            assertThat(phone.shows("Écrivez ce qui est demandé, en peu de mots."))
                    .isTrue();
            phone.type("#demand-text", "Un chauffage en panne");
            phone.tap("Enregistrer la demande");
            assertThat(phone.contents(3).requests()).hasSize(1);

            phone.tap("#mandate-add");
            phone.type("#mandate-authority", "Préfecture");
            phone.tap("Enregistrer la mesure");
            Mandate mandate = phone.contents(3).mandates().get(0).value();
            assertThat(mandate.term().end()).isNull();
            phone.tap("#review-" + phone.contents(3).mandates().get(0).id());
            phone.type("#mandate-conclusion", "Les enfants vont bien");
            phone.tap("Enregistrer la revue");

            assertThat(phone.contents(3).mandates().get(0).value().review().conclusion())
                    .isEqualTo("Les enfants vont bien");
            assertThat(phone.shows("Les enfants vont bien")).isTrue();
            phone.longPicture("requests", 1700);
        }
    }

    @Test
    void anExemptionIsAskedForAndExemptsFromNothingYet() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#exemption-add");
            phone.type("#exemption-last-day", "1/1/2020");
            phone.type("#exemption-why", "Opération");
            phone.tap("Demander");
            assertThat(phone.shows("Écrivez un jour à partir du premier.")).isTrue();
            LocalDate last = phone.phone.today().plusDays(20);
            phone.type("#exemption-last-day", last.getDayOfMonth() + "/" + last.getMonthValue() + "/" + last.getYear());
            phone.tap("Demander");

            Exemption asked = phone.contents(3).exemptions().get(0).value();
            assertThat(asked.isWaiting()).isTrue();
            assertThat(asked.granted()).isEmpty();
            assertThat(asked.asked().until()).isEqualTo(last.plusDays(1));
            assertThat(phone.shows("Attend la réponse de la responsable")).isTrue();
            phone.longPicture("exemption", 1700);
        }
    }

    @Test
    void whatIsHalfWrittenIsGoneOnWithAndAFullDiskLosesNothing() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#demand-add");
            phone.type("#demand-text", "Un chauffage en panne");
            phone.back();
            phone.open(new Destination.Drafts());
            phone.tap("Demande à enregistrer");
            phone.fillDisk();
            phone.tap("Enregistrer la demande");

            assertThat(phone.contents(3).requests()).isEmpty();
            assertThat(phone.find("#demand-text")).isNotNull();
        }
    }

    @Test
    void overTheShoulderMandatesAreNotSeen() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#mandate-add");
            phone.type("#mandate-authority", "Préfecture");
            phone.tap("Enregistrer la mesure");
            assertThat(phone.texts(".page-scroll")).contains("Préfecture");

            phone.tap("#discreet");

            assertThat(phone.texts(".page-scroll")).doesNotContain("Préfecture").contains("elles nomment des tiers");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FRENCH,100,LIGHT",
        "FRENCH,100,DARK",
        "FRENCH,200,LIGHT",
        "GERMAN,200,LIGHT",
        "DUTCH,200,LIGHT",
        "ENGLISH,200,LIGHT"
    })
    void everyTextFits(Language language, int percent, Appearance.Mode mode) {
        try (OpenDossierPhone phone = new OpenDossierPhone(new Appearance(mode, percent), language)) {
            String name = "requests-" + language.code() + "-" + percent + "-" + mode;
            phone.open(new Destination.Requests(phone.dossier(3)));
            assertFits(phone, name);
            phone.tap("#demand-add");
            phone.tap("#mandate-add");
            phone.tap("#exemption-add");
            assertFits(phone, name + "-forms");
        }
    }

    private static void assertFits(OpenDossierPhone phone, String name) {
        phone.longPicture(name, 2400);
        assertThat(phone.camera.cutTexts()).as(name).isEmpty();
        assertThat(phone.camera.wantingTargets()).as(name).isEmpty();
    }
}
