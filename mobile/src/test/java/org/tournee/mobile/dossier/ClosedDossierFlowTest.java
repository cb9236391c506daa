package org.tournee.mobile.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.store.HouseholdRows;

/** A follow-up that the service ended is seen to be over. Rule: R-SEG-5. */
class ClosedDossierFlowTest {

    @Test
    void aClosedDossierSaysHowItEndedAndProposesNoStep() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.DossierPage(phone.dossier(2)));
            assertThat(phone.shows("Prochaine étape")).isTrue();
            phone.fixture.receive(HouseholdRows.closed(2));

            phone.open(new Destination.DossierPage(phone.dossier(2)));
            phone.picture("dossier-closed");

            assertThat(phone.texts("#closed")).contains("Clos depuis", "Déménagement");
            assertThat(phone.shows("Prochaine étape")).isFalse();
            assertThat(phone.camera.cutTexts()).isEmpty();
        }
    }
}
