package org.tournee.mobile.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.bilan.ConclusionViewModel;
import org.tournee.mobile.bilan.PlanViewModel;

/** A dossier that goes from the phone while one is on the way to it. Rule: R-SHARE. */
class NotHeldFlowTest {

    @Test
    void everyWayToAWithdrawnDossierSaysThatItIsGone() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.fixture.withdraw(phone.dossier(2));
            for (Destination way : List.of(
                    new Destination.DossierPage(phone.dossier(2)),
                    new Destination.BeforeGoing(phone.dossier(2)),
                    new Destination.FollowUps(phone.dossier(2)),
                    new Destination.Bilan(phone.dossier(2)),
                    new Destination.ContactForm(phone.dossier(2), null),
                    new Destination.Documents(phone.dossier(2)))) {
                phone.open(way);
                assertThat(phone.shows("Ce dossier n’est plus sur ce téléphone"))
                        .as("%s", way)
                        .isTrue();
            }
            phone.picture("dossier-not-held");
            assertThat(phone.camera.cutTexts()).isEmpty();
        }
    }

    @Test
    void aPageThatIsOpenKeepsWhatItShowedAndAnswersNoTapWithAFailure() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.BeforeGoing(phone.dossier(2)));
            phone.fixture.withdraw(phone.dossier(2));
            phone.tap("#discreet");

            assertThat(phone.shows("Ménage Da Silva")).isTrue();
        }
    }

    /** Rules: R-SHARE, R-SYN. */
    @Test
    void aBilanThatIsOpenKeepsItsPlanAndItsConclusionAndHidesThemStill() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.Bilan(phone.dossier(2)));
            PlanViewModel plan = ScreenCamera.onScreen(
                    () -> new PlanViewModel(phone.phone, phone.dossier(2), new Discretion(), Runnable::run));
            ConclusionViewModel conclusion = ScreenCamera.onScreen(
                    () -> new ConclusionViewModel(phone.phone, phone.dossier(2), new Discretion(), Runnable::run));
            phone.fixture.withdraw(phone.dossier(2));
            plan.refresh();
            conclusion.refresh();
            assertThat(plan.goals().get()).hasSize(1);
            assertThat(conclusion.standing().get()).isEmpty();

            phone.tap("#discreet");
            assertThat(phone.shows("Retrouver un budget équilibré")).isTrue();
        }
    }
}
