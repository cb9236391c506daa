package org.tournee.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.dossier.DossierFixture.COLLEAGUE;
import static org.tournee.dossier.DossierFixture.REFERENT;
import static org.tournee.dossier.DossierFixture.REPLACEMENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.appointment.Appointment;
import org.tournee.contact.Place;
import org.tournee.dossier.DossierFixture;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.TeamHeads;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.ShippedProfile;
import org.tournee.question.Question;
import org.tournee.referral.Referral;
import org.tournee.sync.RecordId;

/** What is done with others, case by case: appointments, relays, questions. Rules: R-APP, R-REL, R-ASK, R-REF. */
class TogetherCasesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final ReminderSetting SETTING =
            new ReminderSetting(ShippedProfile.VIENNE.profile(), null, new TeamHeads(Map.of()));

    private final DossierFixture dossier = DossierFixture.openedOn(LocalDate.of(2026, 3, 1));

    private List<String> told() {
        return ReminderRules.of(dossier.contents(), TODAY, SETTING).stream()
                .map(one -> one.kind() + " " + one.dueOn() + " " + name(one.whom()) + (one.urgent() ? " urgent" : ""))
                .toList();
    }

    private static String name(WorkerId worker) {
        return worker.equals(REFERENT) ? "referent" : worker.equals(COLLEAGUE) ? "colleague" : "replacement";
    }

    private static List<String> expected(String told) {
        return told == null ? List.of() : List.of(told);
    }

    @ParameterizedTest(name = "R-APP {0}: {1} at {2}, another at {3}, on 10 March: {4}")
    @CsvSource({
        "1, PLANNED, 2026-03-11T09:00:00Z, , APPOINTMENT_TOMORROW 2026-03-11 colleague urgent",
        "2, PLANNED, 2026-03-10T09:00:00Z, , ",
        "3, PLANNED, 2026-03-12T09:00:00Z, , ",
        "4, PLANNED, 2026-03-10T23:30:00Z, , APPOINTMENT_TOMORROW 2026-03-11 colleague urgent",
        "5, CANCELLED, 2026-03-11T09:00:00Z, , ",
        "6, HELD, 2026-03-09T09:00:00Z, , ",
        "7, NO_SHOW, 2026-03-10T09:00:00Z, , NO_SHOW_TO_CALL 2026-03-10 colleague",
        "8, NO_SHOW, 2026-02-08T09:00:00Z, , NO_SHOW_TO_CALL 2026-02-08 colleague",
        "9, NO_SHOW, 2026-02-07T09:00:00Z, , ",
        "10, NO_SHOW, 2026-03-05T09:00:00Z, 2026-03-20T09:00:00Z, ",
        "11, NO_SHOW, 2026-03-05T09:00:00Z, 2026-03-01T09:00:00Z, NO_SHOW_TO_CALL 2026-03-05 colleague"
    })
    void anAppointmentIsToldTheDayBeforeAndAMissedOneUntilOneIsInTouchAgain(
            int number, Appointment.State state, Instant at, Instant other, String told) {
        dossier.add(appointment(at, state));
        if (other != null) {
            dossier.add(appointment(other, Appointment.State.PLANNED));
        }

        assertThat(told()).isEqualTo(expected(told));
    }

    private static Appointment appointment(Instant at, Appointment.State state) {
        return new Appointment(
                new Appointment.Plan(at, 45, Place.OFFICE, COLLEAGUE, null), new Appointment.Attendance(state));
    }

    @ParameterizedTest(name = "R-REL {0}: check on {1}, answers {2}, outcome {3}: {4}")
    @CsvSource({
        "1, 2026-03-11, , , ",
        "2, 2026-03-10, , , REFERRAL_TO_CONFIRM 2026-03-10 referent",
        "3, 2026-03-01, , , REFERRAL_TO_CONFIRM 2026-03-01 referent",
        "4, 2026-03-01, colleague, , REFERRAL_TO_CONFIRM 2026-03-01 colleague",
        "5, 2026-03-01, , TAKEN_OVER, ",
        "6, 2026-03-01, colleague, NOT_TAKEN, ",
        "7, 2026-03-01, , GIVEN_UP, "
    })
    void whoeverReferredStaysAnswerableUntilItIsKnownWhoTookOver(
            int number, LocalDate check, String answers, Referral.State outcome, String told) {
        dossier.add(new Referral(
                new Referral.Orientation("Mission locale", "", check),
                new Referral.Sharing(Referral.Ground.NOTHING_PASSED, "", null, null),
                new Referral.Watch(check, answers == null ? null : COLLEAGUE),
                outcome == null ? null : new Referral.Outcome(outcome, "Mme Petit", "Elle a appelé", check)));

        assertThat(told()).isEqualTo(expected(told));
    }

    @ParameterizedTest(name = "R-ASK {0}: asked {1} of {2}, answered {3}: {4}")
    @CsvSource({
        "1, 2026-03-10, colleague, false, QUESTION_UNANSWERED 2026-03-13 colleague",
        "2, 2026-03-01, colleague, false, QUESTION_UNANSWERED 2026-03-04 colleague",
        "3, 2026-03-10, , false, QUESTION_UNANSWERED 2026-03-13 referent",
        "4, 2026-03-01, colleague, true, "
    })
    void aQuestionIsToldToWhomItAsksUntilItIsAnswered(
            int number, LocalDate asked, String of, boolean answered, String told) {
        dossier.add(new Question(
                new Question.Subject(new RecordId(new UUID(4, 4)), of == null ? null : COLLEAGUE),
                new Question.Asked("Qui a vu le bail ?", asked),
                answered ? new Question.Answer("Moi", asked) : null));

        assertThat(told()).isEqualTo(expected(told));
    }

    @ParameterizedTest(name = "R-REF {0}: a replacement from {1} until {2}: told to the {3}")
    @CsvSource({
        "1, 2026-03-01, 2026-03-20, replacement",
        "2, 2026-03-10, 2026-03-11, replacement",
        "3, 2026-03-01, 2026-03-10, referent",
        "4, 2026-03-11, 2026-03-20, referent"
    })
    void whoeverStandsInIsToldForTheTimeOfTheAbsence(int number, LocalDate from, LocalDate until, String whom) {
        dossier.answers(REPLACEMENT, ReferentRole.REPLACEMENT, from, until);
        dossier.add(new Question(
                new Question.Subject(new RecordId(new UUID(4, 4)), null),
                new Question.Asked("Qui a vu le bail ?", TODAY),
                null));

        assertThat(told()).containsExactly("QUESTION_UNANSWERED 2026-03-13 " + whom);
    }
}
