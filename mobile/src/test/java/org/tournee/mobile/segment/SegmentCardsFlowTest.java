package org.tournee.mobile.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.segment.Segment;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordKind;
import org.tournee.workflow.SegmentChange;
import org.tournee.workflow.SegmentChange.Origin;
import org.tournee.workflow.SegmentChange.Signature;
import org.tournee.workflow.SegmentChange.State;
import org.tournee.workflow.SegmentChange.Step;
import org.tournee.workflow.SegmentCommand;

/** What a phone shows of the segment and of the decisions that it pulled. Rules: R-SEG-6, R-SEG-7. */
class SegmentCardsFlowTest {

    private static final String REASON = "Le logement est trouvé, les dettes sont réglées.";

    @Test
    void theStayIsShownWithItsLimit() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.DossierPage(phone.dossier(0)));
            phone.tap("#section-segment");

            assertThat(phone.shows("Segment A, depuis le 9 octobre 2025")).isTrue();
            assertThat(phone.shows("Limite du séjour : 9 avril")).isTrue();
            assertThat(phone.camera.cutTexts()).isEmpty();
        }
    }

    @Test
    void aDecisionThatWaitsSaysWhoSignsNextAndNeverThatItIsDone() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            receive(phone, change(State.PROPOSED));
            phone.open(new Destination.DossierPage(phone.dossier(0)));

            assertThat(phone.shows("Attend une signature : la responsable")).isTrue();
            phone.tap("#section-segment");
            phone.picture("dossier-segment");

            assertThat(phone.shows("Changement décidé par le référent : Segment B"))
                    .isTrue();
            assertThat(phone.shows(REASON)).isTrue();
            assertThat(phone.shows("Proposé : Moi, le 9 mars")).isTrue();
            assertThat(phone.shows("Segment A, depuis le 9 octobre 2025")).isTrue();
            assertThat(phone.camera.cutTexts()).isEmpty();
        }
    }

    @Test
    void whatWasDecidedStaysInTheHistoryWithEverybodyWhoSigned() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            receive(phone, change(State.RETURNED));
            phone.open(new Destination.DossierPage(phone.dossier(0)));
            phone.tap("#section-segment");

            assertThat(phone.shows("Retourné avec une objection")).isTrue();
            assertThat(phone.shows("Le bilan ne dit rien du logement.")).isTrue();
            assertThat(phone.shows("Retourné : Karim Lahlou, le 9 mars")).isTrue();
        }
    }

    /** What nobody holds is collected at any moment: a tick that is seen counts all the same. */
    @Test
    void whatIsTickedIsPreparedWhateverWasCollectedMeanwhile() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            String criterion = phone.phone
                    .store()
                    .profile()
                    .sheet(Segment.B)
                    .orElseThrow()
                    .criteria()
                    .get(0);
            phone.open(new Destination.Segment(phone.dossier(0)));
            phone.tap("#step-PROPOSE_AT_LIMIT");
            phone.tap(phone.phone.messages().of(Segment.B));
            System.gc();
            phone.tap(criterion);
            phone.type("#segment-reason", REASON);
            for (int question = 0; question < StepForm.QUESTIONS.size(); question++) {
                phone.type("#segment-answer-" + question, "Oui");
            }

            phone.tap("Préparer");

            assertThat(phone.phone.store().prepared(phone.dossier(0)))
                    .singleElement()
                    .extracting(step -> ((SegmentCommand.ProposeAtLimit) step.asked()).criteria())
                    .isEqualTo(List.of(criterion));
        }
    }

    private static void receive(OpenDossierPhone phone, SegmentChange change) {
        phone.fixture.receive(List.of(HouseholdRows.row(
                BucketId.service(phone.dossier(0)),
                1_001,
                HouseholdRows.record(0, 41),
                RecordKind.SEGMENT_CHANGE,
                change,
                HouseholdRows.TODAY)));
    }

    private static SegmentChange change(State state) {
        Signature first = new Signature(Step.PROPOSED, HouseholdRows.CLAIRE, HouseholdRows.TODAY, null);
        Signature second = new Signature(
                Step.RETURNED, HouseholdRows.KARIM, HouseholdRows.TODAY, "Le bilan ne dit rien du logement.");
        return new SegmentChange(
                new SegmentChange.Subject(Origin.REFERENT, Segment.A, Segment.B, List.of(), REASON),
                new SegmentChange.Course(state, state.isOpen() ? List.of(first) : List.of(first, second)),
                null,
                null);
    }
}
