package org.tournee.server.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.reminder.ReminderKind;
import org.tournee.segment.PaceRules;
import org.tournee.segment.PaceStatus;
import org.tournee.segment.PeriodVerdict;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.server.ServerTest;
import org.tournee.server.access.TestClock;
import org.tournee.workflow.Carried.Refusal;
import org.tournee.workflow.SegmentChange;
import org.tournee.workflow.SegmentChange.Origin;
import org.tournee.workflow.SegmentChange.State;
import org.tournee.workflow.SegmentCommand;
import org.tournee.workflow.StayReview;
import org.tournee.workflow.TransferCheck;

/**
 * The concept, played through: one household from its arrival to segment C, over four simulated years, on a real server with
 * a real PostgreSQL and on phones that prepare, visit and pull. After each month the phone and the server say the same of
 * the pace and of what is due. Rules: R-SEG-4 to R-SEG-7, R-SEG-9, R-REM, R-CLK. Source: 001 §5 to §7.
 */
class ConceptPlayedTest extends ServerTest {

    @Inject
    ApplicationContext context;

    @Inject
    TestClock clock;

    private PlayedService played;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new LinkedHashMap<>(super.getProperties());
        properties.put("tournee.test.clock", "true");
        properties.put("tournee.reminders.enabled", "false");
        return properties;
    }

    @BeforeEach
    void aServiceWithIntakeATeamAndItsHead() {
        played = new PlayedService(context, server.getURI().toString(), clock);
    }

    @Test
    void aHouseholdFromIntakeToCOverFourYears() {
        played.arrives();
        intakeLooksCloser();
        intakeProposesAAndTheTeamReceives();
        theReferentDecidesForGood();
        afterSixMonthsTheStayIsReviewedAndGoesOnInB();
        afterTwoYearsTheStayIsReviewedAndGoesOnInC();
        theAssistantAsksForBAndTheReferentDoesNotFollow();
        played.months(48 - played.monthsSinceArrival());

        assertThat(played.stays())
                .extracting(Stay.Span::segment)
                .containsExactly(Segment.INTAKE_1, Segment.INTAKE_2, Segment.A, Segment.B, Segment.C);
        assertThat(played.stays().getFirst().enteredOn())
                .isEqualTo(played.today().minusMonths(48));
        staysFollowEachOtherAndEachWasSignedByTwo();
        everyPeriodReachedItsNorm();
        assertThat(played.due())
                .noneMatch(kind -> kind == ReminderKind.STAY_LIMIT || kind == ReminderKind.CONTACT_LATE);
    }

    /** Intake 1 clarifies who is competent; a month later the detailed assessment begins. */
    private void intakeLooksCloser() {
        played.months(1);
        played.intakePrepares(new SegmentCommand.Decide(
                Segment.INTAKE_2,
                played.criteria(Segment.INTAKE_2),
                "La compétence est établie, la demande est large."));
        assertThat(played.segment()).as("prepared, not done").isEqualTo(Segment.INTAKE_1);

        played.headSigns(new SegmentCommand.Execute(TransferCheck.inOrder()));

        assertThat(played.segment()).isEqualTo(Segment.INTAKE_2);
    }

    /** Two sign the proposal; the head hands the dossier to a worker of the team, whose phone gets it. */
    private void intakeProposesAAndTheTeamReceives() {
        played.months(2);
        played.intakePrepares(new SegmentCommand.Propose(
                Segment.A, played.criteria(Segment.A), "Logement perdu, dettes urgentes : phase intensive."));
        assertThat(played.due()).contains(ReminderKind.SIGNATURE_WAITING);
        played.headSigns(new SegmentCommand.Approve(TransferCheck.inOrder()));
        played.headSigns(new SegmentCommand.Receive(played.referent()));

        assertThat(played.segment()).isEqualTo(Segment.A);
        played.isHandedToTheReferent();
        assertThat(played.due()).contains(ReminderKind.AGREEMENT_MISSING);
        played.agreementIsSigned();
        assertThat(played.due()).doesNotContain(ReminderKind.AGREEMENT_MISSING);
    }

    /** Within three months, by whoever received it; the reminder comes sixty days ahead and goes. */
    private void theReferentDecidesForGood() {
        played.months(2);
        assertThat(played.due()).contains(ReminderKind.DEFINITIVE_ALLOCATION);

        played.referentSigns(new SegmentCommand.Confirm("La proposition convient."));

        assertThat(played.due()).doesNotContain(ReminderKind.DEFINITIVE_ALLOCATION);
    }

    private void afterSixMonthsTheStayIsReviewedAndGoesOnInB() {
        played.months(3);
        assertThat(played.due()).contains(ReminderKind.STAY_LIMIT);
        played.referentPrepares(new SegmentCommand.ProposeAtLimit(
                Segment.B, played.criteria(Segment.B), "Les urgences sont levées, l’emploi reste à trouver."));
        assertThat(played.headIsRefused(new SegmentCommand.Execute(TransferCheck.inOrder())))
                .as("a review at the limit is held, not merely executed")
                .isEqualTo(Refusal.NOTHING_OPEN);

        played.headSigns(new SegmentCommand.Review(StayReview.allRight(), TransferCheck.inOrder()));

        assertThat(played.segment()).isEqualTo(Segment.B);
        assertThat(played.due()).doesNotContain(ReminderKind.STAY_LIMIT);
    }

    private void afterTwoYearsTheStayIsReviewedAndGoesOnInC() {
        played.months(23);
        assertThat(played.due()).contains(ReminderKind.STAY_LIMIT);
        played.referentPrepares(new SegmentCommand.ProposeAtLimit(
                Segment.C, played.criteria(Segment.C), "La situation est stable depuis un an."));
        played.headSigns(new SegmentCommand.Review(StayReview.allRight(), TransferCheck.inOrder()));

        assertThat(played.segment()).isEqualTo(Segment.C);
    }

    private void theAssistantAsksForBAndTheReferentDoesNotFollow() {
        played.months(6);
        played.assistantPrepares(new SegmentCommand.Request(Segment.B, "Trois appels ce mois-ci."));
        played.referentPrepares(new SegmentCommand.Decline("Vue hier : les appels portaient sur un courrier."));

        assertThat(played.segment()).isEqualTo(Segment.C);
        assertThat(played.changes().getLast().course().state()).isEqualTo(State.DECLINED);
    }

    private void staysFollowEachOtherAndEachWasSignedByTwo() {
        List<Stay.Span> stays = played.stays();
        for (int i = 1; i < stays.size(); i++) {
            assertThat(stays.get(i).enteredOn()).isEqualTo(stays.get(i - 1).leftOn());
        }
        List<SegmentChange> moves = played.changes().stream()
                .filter(change -> change.course().state() == State.DONE)
                .filter(change -> change.subject().origin() != Origin.CONFIRMATION)
                .toList();
        assertThat(moves).hasSize(stays.size() - 1).allSatisfy(change -> {
            assertThat(change.subject().reason()).isNotBlank();
            assertThat(change.course().signatures().stream()
                            .map(SegmentChange.Signature::by)
                            .distinct())
                    .hasSizeGreaterThanOrEqualTo(2);
        });
    }

    private void everyPeriodReachedItsNorm() {
        List<PeriodVerdict> verdicts = PaceRules.verdicts(played.onThePhone(), played.today(), PlayedService.PROFILE);
        assertThat(verdicts).hasSizeGreaterThanOrEqualTo(4).allMatch(PeriodVerdict::met);
        assertThat(PaceRules.of(played.onThePhone(), played.today(), PlayedService.PROFILE))
                .get()
                .extracting(org.tournee.segment.Pace::status)
                .isIn(PaceStatus.MET, PaceStatus.ON_TRACK, PaceStatus.DUE);
    }
}
