package org.tournee.mobile.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.dossier.OpenDossierPhone;

/** An agreement is found where a worker looks for it, and signed there. Rule: R-SEG-9. */
class AgreementFlowTest {

    @Test
    void fromTheDossierToTheSignatureUnderTheNameThatTheOrganisationGivesIt() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.DossierPage(phone.dossier(3)));
            phone.tap("#section-agreement");
            assertThat(phone.shows("Contrat d’engagements réciproques")).isTrue();
            phone.tap("#agreement-add");
            phone.type("#agreement-commitments", "Apporter les factures chaque mois");
            phone.type("#agreement-service", "Demander l’aide au logement");
            phone.tap(phone.contents(3).household().get(0).value().identity().fullName());
            phone.tap("Enregistrer");

            assertThat(phone.contents(3).agreements()).hasSize(1);
            assertThat(phone.shows("En cours, sans fin prévue")).isTrue();
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
            String name = "agreement-" + language.code() + "-" + percent + "-" + mode;
            phone.open(new Destination.Agreements(phone.dossier(3)));
            phone.tap("#agreement-add");
            phone.type("#agreement-commitments", "Apporter les factures chaque mois, venir aux rendez-vous");
            assertFits(phone, name + "-form");
            phone.open(new Destination.Agreements(phone.dossier(0)));
            assertFits(phone, name);
        }
    }

    private static void assertFits(OpenDossierPhone phone, String name) {
        phone.longPicture(name, 1700);
        assertThat(phone.camera.cutTexts()).as(name).isEmpty();
        assertThat(phone.camera.wantingTargets()).as(name).isEmpty();
    }
}
