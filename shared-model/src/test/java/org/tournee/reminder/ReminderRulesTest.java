package org.tournee.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.dossier.DossierFixture.COLLEAGUE;
import static org.tournee.dossier.DossierFixture.DOSSIER;
import static org.tournee.dossier.DossierFixture.REFERENT;
import static org.tournee.dossier.DossierFixture.REPLACEMENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Goal;
import org.tournee.contact.Place;
import org.tournee.document.DocumentFixture;
import org.tournee.dossier.ContactFixture;
import org.tournee.dossier.DossierFixture;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.TeamHeads;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.rights.FollowUpOutcome;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;

/** A reminder is there exactly as long as its cause, and goes to whoever it concerns. Rule: R-REM. */
class ReminderRulesTest {

    private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();
    private static final LocalDate ENTERED = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final Instant MARCH_1_NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Nothing is due on it but what a test adds: without a segment, opened lately. */
    private final DossierFixture quiet = DossierFixture.openedOn(ENTERED);

    private static List<Reminder> on(DossierFixture dossier, LocalDate today) {
        return ReminderRules.of(dossier.contents(), today, new ReminderSetting(PROFILE, null, TeamHeads.UNKNOWN));
    }

    private static DossierFixture decidedInA() {
        return DossierFixture.openedOn(ENTERED)
                .stays(new Stay(new Stay.Span(Segment.A, ENTERED, null), new Stay.Allocation(ENTERED, REFERENT)));
    }

    private static DossierFixture agreedInA() {
        DossierFixture dossier = decidedInA();
        dossier.add(agreement(ENTERED, null, null));
        return dossier;
    }

    private static ServiceAgreement agreement(LocalDate signedOn, LocalDate endsOn, String exception) {
        return new ServiceAgreement(new ServiceAgreement.Terms("Chercher un logement.", signedOn, endsOn, exception));
    }

    @Test
    void aQuietDossierHasNone() {
        assertThat(on(quiet, MARCH_1)).isEmpty();
    }

    @ParameterizedTest(name = "R-SEG-4 on {0}: {1}")
    @CsvSource({"2026-01-31, ''", "2026-02-01, CONTACT_DUE", "2026-02-15, CONTACT_DUE", "2026-02-16, CONTACT_LATE"})
    void aContactIsDueThenLate(LocalDate today, String kind) {
        assertThat(on(agreedInA(), today).stream()
                        .map(reminder -> reminder.kind().name()))
                .isEqualTo(kind.isEmpty() ? List.of() : List.of(kind));
    }

    @Test
    void theContactThatWasDueEndsTheReminder() {
        DossierFixture dossier = agreedInA();
        dossier.contact(
                ContactFixture.visit(Instant.parse("2026-02-14T10:00:00Z")).contact(), REFERENT);

        assertThat(on(dossier, LocalDate.of(2026, 2, 16))).isEmpty();
    }

    @Test
    void anIncompleteVisitIsRemindedToItsAuthorUntilItIsCompleted() {
        RecordId visit =
                quiet.contact(ContactFixture.visit(MARCH_1_NOON).lasting(null).contact(), COLLEAGUE);

        assertThat(on(quiet, MARCH_1))
                .containsExactly(new Reminder(
                        "contact_incomplete/" + visit + "/2026-03-01",
                        ReminderKind.CONTACT_INCOMPLETE,
                        DOSSIER,
                        visit,
                        MARCH_1,
                        COLLEAGUE,
                        false));

        quiet.contact(ContactFixture.visit(MARCH_1_NOON).correcting(visit).contact(), COLLEAGUE);
        assertThat(on(quiet, MARCH_1)).isEmpty();
    }

    @Test
    void aReplacementIsToldWhileTheReferentIsAway() {
        DossierFixture dossier = agreedInA()
                .answers(REPLACEMENT, ReferentRole.REPLACEMENT, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 20));

        assertThat(on(dossier, LocalDate.of(2026, 2, 19)))
                .extracting(Reminder::whom)
                .containsExactly(REPLACEMENT);
        assertThat(on(dossier, LocalDate.of(2026, 2, 20)))
                .extracting(Reminder::whom)
                .containsExactly(REFERENT);
    }

    @ParameterizedTest(name = "R-SEG-7 on {0}: {1}")
    @CsvSource({"2026-05-01, ''", "2026-05-02, FIRST", "2026-06-01, SECOND", "2026-06-24, LAST", "2026-07-02, OVERDUE"})
    void theLimitOfTheStayIsToldOnceAStage(LocalDate today, String stage) {
        List<String> causes = on(agreedInA(), today).stream()
                .filter(reminder -> reminder.kind() == ReminderKind.STAY_LIMIT)
                .map(Reminder::cause)
                .toList();

        assertThat(causes)
                .isEqualTo(stage.isEmpty() ? List.of() : List.of("stay_limit/" + DOSSIER + "/2026-07-01/" + stage));
    }

    @Test
    void theDefinitiveAllocationIsToldUntilItIsDecided() {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED).stays(Segment.A, ENTERED, null);
        dossier.add(agreement(ENTERED, null, null));

        assertThat(on(dossier, LocalDate.of(2026, 2, 1)))
                .extracting(Reminder::kind)
                .contains(ReminderKind.DEFINITIVE_ALLOCATION);
        assertThat(on(agreedInA(), LocalDate.of(2026, 2, 1)))
                .extracting(Reminder::kind)
                .doesNotContain(ReminderKind.DEFINITIVE_ALLOCATION);
    }

    @Test
    void theYearlyRevisionIsTold() {
        assertThat(on(quiet, LocalDate.of(2026, 12, 31)))
                .extracting(Reminder::kind)
                .containsExactly(ReminderKind.ANNUAL_REVISION);
    }

    @ParameterizedTest(name = "R-SEG-9 signed {0}, ends {1}, exception {2}: {3}")
    @CsvSource({
        ", , , AGREEMENT_MISSING",
        "2026-01-05, , , ''",
        "2026-01-05, 2026-01-15, , AGREEMENT_MISSING",
        "2026-01-05, 2026-01-20, , AGREEMENT_ENDING",
        "2026-01-05, 2026-02-19, , AGREEMENT_ENDING",
        "2026-01-05, 2026-02-20, , ''",
        ", , Refus motivé, ''"
    })
    void anAgreementIsMissingOrEndingOrIsThere(LocalDate signed, LocalDate ends, String exception, String kind) {
        DossierFixture dossier = decidedInA();
        dossier.add(agreement(signed, ends, exception));

        assertThat(on(dossier, LocalDate.of(2026, 1, 20)).stream()
                        .map(reminder -> reminder.kind().name()))
                .isEqualTo(kind.isEmpty() ? List.of() : List.of(kind));
    }

    @Test
    void aNewAgreementEndsTheReminderOfTheOldOne() {
        DossierFixture dossier = decidedInA();
        dossier.add(agreement(ENTERED, LocalDate.of(2026, 1, 20), null));
        dossier.add(agreement(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 12, 31), null));

        assertThat(on(dossier, LocalDate.of(2026, 1, 20))).isEmpty();
    }

    @ParameterizedTest(name = "an action {0}, due on {1}: reminded {2}")
    @CsvSource({
        "TO_DO, 2026-03-09, false",
        "TO_DO, 2026-03-08, true",
        "TO_DO, 2026-01-01, true",
        "TO_DO, , false",
        "DONE, 2026-03-01, false",
        "GIVEN_UP, 2026-03-01, false"
    })
    void anActionIsRemindedAWeekAheadUntilItIsDone(ActionItem.State state, LocalDate due, boolean reminded) {
        quiet.add(new ActionItem(
                new ActionItem.Task("Demander le FSL", ActionItem.By.SERVICE, ActionItem.Horizon.SHORT, due),
                new ActionItem.Progress(state, null)));

        assertThat(on(quiet, MARCH_1)).hasSize(reminded ? 1 : 0).allMatch(r -> r.kind() == ReminderKind.ACTION_DUE);
    }

    @ParameterizedTest(name = "a goal {0}, to revisit on {1}: reminded {2}")
    @CsvSource({
        "OPEN, 2026-03-08, true",
        "OPEN, 2026-03-09, false",
        "OPEN, , false",
        "REACHED, 2026-03-01, false",
        "GIVEN_UP, 2026-03-01, false"
    })
    void aGoalIsRevisited(Goal.State state, LocalDate revisit, boolean reminded) {
        quiet.add(new Goal(
                new Goal.Aim(Dimension.HOUSING, "Un logement à Civray"),
                new Goal.Agreement(ENTERED, revisit),
                new Goal.Progress(state)));

        assertThat(on(quiet, MARCH_1))
                .hasSize(reminded ? 1 : 0)
                .allMatch(r -> r.kind() == ReminderKind.GOAL_TO_REVISIT);
    }

    @Test
    void aRightIsFollowedUpByWhoeverAnswersForItUntilItEnds() {
        RightCheck.Subject css = new RightCheck.Subject(new RecordId(new UUID(4, 1)), "css");
        RightCheck.Finding probable = new RightCheck.Finding(RightState.PROBABLE, null);
        RightCheck.FollowUp followUp = new RightCheck.FollowUp(LocalDate.of(2026, 3, 5), COLLEAGUE);
        DossierFixture ended = DossierFixture.openedOn(ENTERED);
        quiet.add(new RightCheck(css, probable, followUp, null, null));
        ended.add(
                new RightCheck(css, probable, followUp, null, new RightCheck.Ending(FollowUpOutcome.OPENED, MARCH_1)));

        assertThat(on(quiet, MARCH_1)).singleElement().satisfies(reminder -> {
            assertThat(reminder.kind()).isEqualTo(ReminderKind.RIGHT_TO_FOLLOW_UP);
            assertThat(reminder.whom()).isEqualTo(COLLEAGUE);
            assertThat(reminder.dueOn()).isEqualTo(LocalDate.of(2026, 3, 5));
        });
        assertThat(on(ended, MARCH_1)).isEmpty();
    }

    @ParameterizedTest(name = "R-DOC a document that ends on {0} is told on 1 March: {1}")
    @CsvSource({"2026-03-31, true", "2026-04-01, false", "2026-01-30, true", "2026-01-29, false", ", false"})
    void aDocumentThatEndsIsTold(LocalDate expiresOn, boolean told) {
        quiet.add(DocumentFixture.paper("titre de séjour", expiresOn));

        assertThat(on(quiet, MARCH_1))
                .hasSize(told ? 1 : 0)
                .allMatch(r ->
                        r.kind() == ReminderKind.DOCUMENT_EXPIRING && r.dueOn().equals(expiresOn));
    }

    @Test
    void aDocumentThatAnotherReplacesIsNotTold() {
        quiet.add(DocumentFixture.paper("titre de séjour", LocalDate.of(2026, 3, 5)));
        quiet.add(DocumentFixture.paper("Titre de séjour", LocalDate.of(2027, 3, 5)));

        assertThat(on(quiet, MARCH_1)).isEmpty();
    }

    @ParameterizedTest(name = "R-APP an appointment {0} is told on 28 February: {1}")
    @CsvSource({"PLANNED, true", "CANCELLED, false", "HELD, false"})
    void anAppointmentOfTomorrowCannotWait(Appointment.State state, boolean told) {
        // Half past midnight in Civray, still the day before in UTC.
        appointment(quiet, Instant.parse("2026-02-28T23:30:00Z"), state, COLLEAGUE);

        List<Reminder> reminders = on(quiet, LocalDate.of(2026, 2, 28));

        assertThat(reminders).hasSize(told ? 1 : 0).allMatch(Reminder::urgent);
        assertThat(reminders).allMatch(reminder -> reminder.whom().equals(COLLEAGUE));
        assertThat(on(quiet, MARCH_1)).isEmpty();
    }

    @Test
    void aNoShowAsksForACallUntilSomebodyWasInTouch() {
        appointment(quiet, MARCH_1_NOON, Appointment.State.NO_SHOW, REFERENT);

        assertThat(on(quiet, MARCH_1)).extracting(Reminder::kind).containsExactly(ReminderKind.NO_SHOW_TO_CALL);
        assertThat(on(quiet, LocalDate.of(2026, 3, 31))).hasSize(1);
        assertThat(on(quiet, LocalDate.of(2026, 4, 1))).isEmpty();

        quiet.contact(ContactFixture.call(MARCH_1_NOON.plusSeconds(3600)).contact(), REFERENT);
        assertThat(on(quiet, MARCH_1)).isEmpty();
    }

    @Test
    void aNewAppointmentEndsItToo() {
        appointment(quiet, MARCH_1_NOON, Appointment.State.NO_SHOW, REFERENT);
        appointment(quiet, MARCH_1_NOON.plusSeconds(7 * 86_400), Appointment.State.PLANNED, REFERENT);

        assertThat(on(quiet, MARCH_1)).isEmpty();
    }

    @Test
    void aConflictWaitsForTheReferentUntilItIsSettled() {
        DossierFixture settled = DossierFixture.openedOn(ENTERED);
        RecordId open = quiet.add(conflict(true));
        settled.add(conflict(false));

        assertThat(on(quiet, MARCH_1)).singleElement().satisfies(reminder -> {
            assertThat(reminder.kind()).isEqualTo(ReminderKind.CONFLICT_WAITING);
            assertThat(reminder.about()).contains(open);
            assertThat(reminder.whom()).isEqualTo(REFERENT);
        });
        assertThat(on(settled, MARCH_1)).isEmpty();
    }

    @Test
    void aClosedDossierRemindsOnlyOfWhatIsWrongAsItStands() {
        DossierFixture closed =
                DossierFixture.openedOn(ENTERED).stays(Segment.A, ENTERED, null).closedOn(MARCH_1);
        closed.contact(ContactFixture.visit(MARCH_1_NOON).lasting(null).contact(), REFERENT);

        assertThat(on(closed, LocalDate.of(2026, 12, 1)))
                .extracting(Reminder::kind)
                .containsExactly(ReminderKind.CONTACT_INCOMPLETE);
    }

    @Test
    void withoutAnybodyAnswerableOnlyNamedWorkersAreTold() {
        DossierFixture orphan = DossierFixture.withoutReferent(ENTERED).stays(Segment.A, ENTERED, null);
        orphan.contact(ContactFixture.visit(MARCH_1_NOON).lasting(null).contact(), COLLEAGUE);

        assertThat(on(orphan, MARCH_1)).extracting(Reminder::whom).containsExactly(COLLEAGUE);
    }

    @Test
    void causesAreOneEachStableAndFreeOfPersonalData() {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED).stays(Segment.A, ENTERED, null);
        dossier.contact(ContactFixture.visit(MARCH_1_NOON).lasting(null).contact(), REFERENT);
        dossier.add(conflict(true));

        List<String> causes = new ArrayList<>(on(dossier, LocalDate.of(2026, 3, 20)).stream()
                .map(Reminder::cause)
                .toList());

        assertThat(causes).doesNotHaveDuplicates().hasSizeGreaterThan(3);
        assertThat(causes).allMatch(cause -> cause.matches("[a-z_]+/[0-9a-f-]{36}/\\d{4}-\\d\\d-\\d\\d(/[A-Z]+)?"));
        assertThat(on(dossier, LocalDate.of(2026, 3, 20)).stream().map(Reminder::cause))
                .isEqualTo(causes);
    }

    @Test
    void whatStaysUndoneGoesToTheHeadAfterTwoWeeks() {
        Reminder late = on(agreedInA(), LocalDate.of(2026, 2, 16)).get(0);

        assertThat(late.escalatesOn(PROFILE)).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    private static void appointment(
            DossierFixture dossier, Instant startsAt, Appointment.State state, WorkerId worker) {
        dossier.add(new Appointment(
                new Appointment.Plan(startsAt, 45, Place.OFFICE, worker, null), new Appointment.Attendance(state)));
    }

    private static Conflict conflict(boolean open) {
        return new Conflict(
                new Conflict.Subject(new RecordId(DOSSIER.value()), "dossier", "address"),
                new Conflict.Variants(
                        null,
                        List.of(
                                new Conflict.Variant("1", new StreamId(new UUID(7, 1)), null, "{}", null, MARCH_1_NOON),
                                new Conflict.Variant(
                                        "2", new StreamId(new UUID(7, 2)), null, "{}", null, MARCH_1_NOON))),
                new Conflict.State(open, null, null));
    }
}
