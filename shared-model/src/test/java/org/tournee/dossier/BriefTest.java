package org.tournee.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.dossier.DossierFixture.REFERENT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Goal;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Topic;
import org.tournee.mandate.Mandate;
import org.tournee.referral.Referral;
import org.tournee.request.Request;
import org.tournee.sync.RecordId;

/** A colleague sees the course and the present state at once. Rule: R-REF. */
class BriefTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final DossierFixture dossier = DossierFixture.openedOn(TODAY.minusYears(1));

    private Brief brief() {
        return Brief.of(dossier.contents(), TODAY, PARIS, entry -> true);
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

    @Test
    void anAppointmentThatIsOverIsNotTheNextOne() {
        dossier.add(appointment("2026-03-09T20:00:00Z", Appointment.State.PLANNED));
        assertThat(brief().appointment()).isEmpty();

        dossier.add(appointment("2026-03-09T23:30:00Z", Appointment.State.PLANNED)); // half past midnight in Paris
        assertThat(brief().appointment()).isPresent();
    }

    /** In the order of R-SEG-9: what the reminder goes by is what is read. */
    @Test
    void whatIsAgreedIsSignedOrAReasonedExceptionAndNeverADraft() {
        dossier.add(agreement("un projet", null, null, null));
        assertThat(brief().agreement()).isEmpty();

        dossier.add(agreement("jusqu’en mai", TODAY.minusDays(2), LocalDate.of(2026, 5, 31), null));
        dossier.add(agreement("jusqu’en avril", TODAY.minusDays(1), LocalDate.of(2026, 4, 30), null));
        assertThat(agreed()).isEqualTo("jusqu’en mai");

        dossier.add(agreement("sans terme", TODAY.minusDays(9), null, null));
        assertThat(agreed()).isEqualTo("sans terme");

        dossier.add(agreement("", null, null, "la personne ne le souhaite pas"));
        assertThat(agreed()).isEmpty();
    }

    private String agreed() {
        return brief().agreement().orElseThrow().terms().commitments();
    }

    private static ServiceAgreement agreement(
            String commitments, @Nullable LocalDate signedOn, @Nullable LocalDate endsOn, @Nullable String exception) {
        return new ServiceAgreement(new ServiceAgreement.Terms(commitments, signedOn, endsOn, exception));
    }

    /** Nobody met them by knocking in vain, by taking in papers, or in another dossier. */
    @Test
    void theLastContactIsTheLastThatTookPlaceInThisDossier() {
        Instant met = Instant.parse("2026-02-01T09:00:00Z");
        dossier.contact(ContactFixture.visit(met).contact(), REFERENT);
        dossier.contact(
                ContactFixture.visit(met.plusSeconds(1)).came(Happening.NO_SHOW).contact(), REFERENT);
        dossier.contact(
                ContactFixture.visit(met.plusSeconds(2))
                        .came(Happening.PAPERS_ONLY)
                        .contact(),
                REFERENT);
        Contact elsewhere = ContactFixture.visit(met.plusSeconds(3)).contact();
        RecordId wrong = dossier.contact(elsewhere, REFERENT);
        dossier.contact(elsewhere.stub(wrong, new DossierId(new UUID(1, 2)), "autre dossier"), REFERENT);

        assertThat(dossier.contents().lastHeld()).contains(met);
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

        assertThat(Brief.of(dossier.contents(), TODAY, PARIS, entry -> false).goals())
                .isEmpty();
    }
}
