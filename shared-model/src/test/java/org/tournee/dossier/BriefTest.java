package org.tournee.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.dossier.DossierFixture.REFERENT;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Goal;
import org.tournee.contact.Place;
import org.tournee.contact.Topic;
import org.tournee.mandate.Mandate;
import org.tournee.referral.Referral;
import org.tournee.request.Request;

/** A colleague sees the course and the present state at once. Rule: R-REF. */
class BriefTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private final DossierFixture dossier = DossierFixture.openedOn(TODAY.minusYears(1));

    private Brief brief() {
        return Brief.of(dossier.contents(), TODAY, entry -> true);
    }

    private static Request request(String text, LocalDate receivedOn, LocalDate decidedOn) {
        return new Request(
                new Request.Demand(Request.Origin.PERSON, Request.Urgency.NORMAL, Topic.HOUSING, receivedOn, text),
                new Request.Handling(null, null, null, decidedOn, null, null));
    }

    @Test
    void theRequestsThatWaitSayWhyElseTheLatest() {
        dossier.add(request("la première", TODAY.minusDays(90), TODAY.minusDays(80)));
        dossier.add(request("la dernière", TODAY.minusDays(60), TODAY.minusDays(50)));
        assertThat(brief().requests()).extracting(one -> one.demand().text()).containsExactly("la dernière");

        dossier.add(request("celle qui attend", TODAY.minusDays(70), null));
        assertThat(brief().requests()).extracting(one -> one.demand().text()).containsExactly("celle qui attend");
    }

    @Test
    void aMandateCountsToTheDayBeforeItsEnd() {
        dossier.add(mandate(TODAY.minusDays(9), TODAY));
        assertThat(brief().mandates()).isEmpty();

        dossier.add(mandate(TODAY.minusDays(9), TODAY.plusDays(1)));
        dossier.add(mandate(TODAY.plusDays(1), null));
        assertThat(brief().mandates()).hasSize(1);
    }

    private static Mandate mandate(LocalDate start, LocalDate end) {
        return new Mandate(
                new Mandate.Mission(Mandate.Kind.BUDGET_SUPPORT, "Département", null), new Mandate.Term(start, end));
    }

    @Test
    void onlyWhatThePersonAgreedToIsAgreed() {
        dossier.add(goal("accepté", TODAY));
        dossier.add(goal("proposé", null));

        assertThat(brief().goals()).extracting(goal -> goal.aim().text()).containsExactly("accepté");
    }

    private static Goal goal(String text, LocalDate agreedOn) {
        return new Goal(
                new Goal.Aim(Dimension.HOUSING, text),
                new Goal.Agreement(agreedOn, null),
                new Goal.Progress(Goal.State.OPEN));
    }

    @Test
    void whatIsDueFirstComesFirstAndWhatHasNoDateLast() {
        dossier.add(action("sans date", null));
        dossier.add(action("en mai", LocalDate.of(2026, 5, 1)));
        dossier.add(action("en avril", LocalDate.of(2026, 4, 1)));
        dossier.add(appointment("2026-03-20T09:00:00Z", Appointment.State.PLANNED));
        dossier.add(appointment("2026-03-12T09:00:00Z", Appointment.State.CANCELLED));

        assertThat(brief().actions())
                .extracting(action -> action.task().what())
                .containsExactly("en avril", "en mai", "sans date");
        assertThat(brief().appointment())
                .hasValueSatisfying(next -> assertThat(next.plan().startsAt()).isEqualTo("2026-03-20T09:00:00Z"));
    }

    private static ActionItem action(String what, LocalDate dueOn) {
        return new ActionItem(
                new ActionItem.Task(what, ActionItem.By.SERVICE, ActionItem.Horizon.SHORT, dueOn),
                new ActionItem.Progress(ActionItem.State.TO_DO, null));
    }

    private static Appointment appointment(String at, Appointment.State state) {
        return new Appointment(
                new Appointment.Plan(Instant.parse(at), 45, Place.HOME, REFERENT, null),
                new Appointment.Attendance(state));
    }

    @Test
    void whoeverTookOverIsInvolvedAndWhoeverDidNotIsNot() {
        dossier.add(referral("Mission locale", null));
        dossier.add(referral("CAF", Referral.State.TAKEN_OVER));
        dossier.add(referral("Hôpital", Referral.State.NOT_TAKEN));

        assertThat(brief().referrals())
                .extracting(referral -> referral.orientation().partner())
                .containsExactly("Mission locale", "CAF");
    }

    private static Referral referral(String partner, Referral.State state) {
        return new Referral(
                new Referral.Orientation(partner, "", TODAY),
                new Referral.Sharing(Referral.Ground.NOTHING_PASSED, "", null, null),
                new Referral.Watch(TODAY.plusDays(15), null),
                state == null ? null : new Referral.Outcome(state, "Mme Roy", "appelée", TODAY));
    }

    @Test
    void whatMayNotBeSeenIsNotSaid() {
        dossier.add(goal("accepté", TODAY));

        assertThat(Brief.of(dossier.contents(), TODAY, entry -> false).goals()).isEmpty();
    }
}
