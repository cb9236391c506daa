package org.tournee.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.dossier.DossierFixture.ADULT;
import static org.tournee.dossier.DossierFixture.COLLEAGUE;
import static org.tournee.dossier.DossierFixture.REFERENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.appointment.Appointment;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierFixture;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.HouseholdFact;
import org.tournee.organisation.TeamHeads;
import org.tournee.profile.ShippedProfile;
import org.tournee.reminder.ReminderSetting;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCheckup;
import org.tournee.segment.Segment;
import org.tournee.sync.RecordId;

/** Whom a round goes to, and whom it leaves in peace. Rule: R-OUT. */
class RoundRulesTest {

    private static final ReminderSetting SETTING =
            new ReminderSetting(ShippedProfile.VIENNE.profile(), null, TeamHeads.UNKNOWN);
    private static final LocalDate OPENED = LocalDate.of(2026, 1, 5);
    private static final LocalDate MARCH_9 = LocalDate.of(2026, 3, 9);

    private static Advice on(DossierFixture dossier, LocalDate day) {
        return RoundRules.of(dossier.contents(), day, SETTING);
    }

    /**
     * Decision table. Norm of A: 4 a semester from the 5th of January, the first due on the 19th of February, announced 14
     * days before. Silence is 90 days, and of no matter where a norm runs.
     */
    @ParameterizedTest(name = "R-OUT {0}: segment {1}, met {2}, fact {3}, a right due {4}, on {5}: {6}")
    @CsvSource({
        "1, A, , , , 2026-01-20, ",
        "2, A, , , , 2026-02-06, NORM_DUE",
        "3, A, , , , 2026-02-20, NORM_LATE",
        "4, A, 2026-02-10, , , 2026-02-20, ",
        "5, , , , , 2026-04-04, ",
        "6, , , , , 2026-04-05, NO_CONTACT",
        "7, , 2026-02-10, , , 2026-05-10, ",
        "8, , 2026-02-10, , , 2026-05-11, NO_CONTACT",
        "9, , , JOB_LOSS, , 2026-01-20, TRIGGER",
        "10, , , TENANT, , 2026-01-20, ",
        "11, A, , JOB_LOSS, , 2026-02-20, NORM_LATE TRIGGER",
        "12, , , , 2026-01-22, 2026-01-20, RIGHT_LAPSING",
        "13, A, , JOB_LOSS, 2026-02-20, 2026-02-20, RIGHT_LAPSING NORM_LATE TRIGGER",
        "14, , , SEPARATION, , 2026-04-05, TRIGGER NO_CONTACT"
    })
    void onlyWhatTheDossierSaysProposesAVisit(
            int n, Segment segment, LocalDate met, HouseholdFact fact, LocalDate right, LocalDate day, String grounds) {
        DossierFixture dossier = DossierFixture.openedOn(OPENED);
        if (segment != null) {
            dossier.stays(segment, OPENED, null);
        }
        if (met != null) {
            dossier.contact(contact(met, Happening.HELD), REFERENT);
        }
        if (fact != null) {
            dossier.knows(fact);
        }
        if (right != null) {
            dossier.add(followUp(right));
        }

        assertThat(names(on(dossier, day))).isEqualTo(grounds == null ? "" : grounds);
    }

    private static String names(Advice advice) {
        return advice instanceof Advice.Go go
                ? go.grounds().stream()
                        .map(Enum::name)
                        .reduce((a, b) -> a + " " + b)
                        .orElseThrow()
                : "";
    }

    @Test
    void whoeverDoesNotWantItIsLeftInPeaceUntilTheyTakeItBack() {
        DossierFixture late = late();
        late.add(new Opposition(new Opposition.Stated(OPENED, "Pas chez moi."), null));
        assertThat(on(late, MARCH_9)).isEqualTo(new Advice.Leave(Advice.Because.OPPOSED));

        DossierFixture again = late();
        again.add(new Opposition(new Opposition.Stated(OPENED, null), new Opposition.Withdrawal(MARCH_9)));
        assertThat(on(again, MARCH_9)).isInstanceOf(Advice.Go.class);
    }

    @Test
    void nobodyGoesToAHospitalBed() {
        DossierFixture late = late().exempt(MARCH_9.minusDays(3), MARCH_9.plusDays(1));
        late.knows(HouseholdFact.SEPARATION);

        assertThat(on(late, MARCH_9)).isEqualTo(new Advice.Leave(Advice.Because.EXEMPT));
        assertThat(on(late, MARCH_9.plusDays(1))).isInstanceOf(Advice.Go.class);
    }

    @Test
    void nobodyGoesTwiceOnADayNorWhereOneMeetsAnyhow() {
        DossierFixture planned = late();
        planned.add(new Visit(new Visit.Plan(MARCH_9, COLLEAGUE, List.of()), new Visit.Turn(0), null));
        assertThat(on(planned, MARCH_9)).isEqualTo(new Advice.Leave(Advice.Because.PLANNED));
        assertThat(on(planned, MARCH_9.plusDays(1))).isInstanceOf(Advice.Go.class);

        DossierFixture absent = late();
        absent.add(stop(MARCH_9, 0, new Visit.Ending(Visit.State.ABSENT, noon(MARCH_9))));
        assertThat(on(absent, MARCH_9)).isEqualTo(new Advice.Leave(Advice.Because.PLANNED));

        DossierFixture leftOut = late();
        leftOut.add(stop(MARCH_9, 0, new Visit.Ending(Visit.State.LEFT_OUT, noon(MARCH_9))));
        assertThat(on(leftOut, MARCH_9)).isInstanceOf(Advice.Go.class);

        DossierFixture met = late();
        met.add(appointment(MARCH_9.plusDays(7)));
        assertThat(on(met, MARCH_9)).isEqualTo(new Advice.Leave(Advice.Because.APPOINTMENT_NEAR));
        assertThat(on(met, MARCH_9.minusDays(1))).isInstanceOf(Advice.Go.class);
    }

    @Test
    void aTriggerThatWasLookedAtTogetherIsNoReasonAnyMore() {
        DossierFixture dossier = DossierFixture.openedOn(OPENED).knows(HouseholdFact.MOVE);
        dossier.add(new RightsCheckup(
                new RightsCheckup.Occasion(RightsCheckup.Trigger.MOVE, RightsCheckup.Origin.OUTREACH, "fr", 1),
                new RightsCheckup.Course(noon(OPENED), 30, true)));

        assertThat(on(dossier, OPENED.plusDays(5))).isEqualTo(new Advice.NoReason());
    }

    @Test
    void failedAttemptsAreToldUntilSomebodyIsMet() {
        DossierFixture dossier = late();
        dossier.contact(contact(MARCH_9.minusDays(4), Happening.NO_SHOW), REFERENT);
        dossier.add(stop(MARCH_9.minusDays(2), 0, new Visit.Ending(Visit.State.ABSENT, noon(MARCH_9.minusDays(2)))));
        dossier.add(stop(MARCH_9.minusDays(1), 0, new Visit.Ending(Visit.State.REFUSED, noon(MARCH_9.minusDays(1)))));
        assertThat(on(dossier, MARCH_9))
                .isInstanceOfSatisfying(
                        Advice.Go.class, go -> assertThat(go.attempts()).isEqualTo(2));

        dossier.contact(contact(MARCH_9.minusDays(1), Happening.HELD), REFERENT);
        assertThat(RoundRules.attempts(dossier.contents())).isZero();
    }

    @Test
    void anAttemptThatWasNotedInTheWrongDossierIsNoneHere() {
        DossierFixture dossier = late();
        Contact missed = contact(MARCH_9.minusDays(2), Happening.NO_SHOW);
        RecordId wrong = dossier.contact(missed, REFERENT);
        dossier.contact(missed.stub(wrong, new DossierId(new UUID(1, 2)), "autre dossier"), REFERENT);

        assertThat(RoundRules.attempts(dossier.contents())).isZero();
    }

    @Test
    void aClosedDossierIsNotGoneTo() {
        DossierFixture closed = late().closedOn(MARCH_9);
        assertThat(on(closed, MARCH_9)).isEqualTo(new Advice.NoReason());
    }

    @Test
    void theStrongestGroundGoesFirstThenTheFirstDue() {
        Advice.Go right = new Advice.Go(List.of(Ground.NORM_DUE, Ground.RIGHT_LAPSING), MARCH_9, 0);
        Advice.Go late = new Advice.Go(List.of(Ground.NORM_LATE), MARCH_9.minusDays(9), 0);
        Advice.Go lately = new Advice.Go(List.of(Ground.NORM_LATE), MARCH_9.minusDays(1), 3);

        assertThat(List.of(lately, late, right).stream().sorted(Advice.Go.STRONGEST_FIRST))
                .containsExactly(right, late, lately);
        assertThat(right.grounds()).containsExactly(Ground.RIGHT_LAPSING, Ground.NORM_DUE);
    }

    private static DossierFixture late() {
        return DossierFixture.openedOn(OPENED).stays(Segment.A, OPENED, null);
    }

    private static Visit stop(LocalDate day, int rank, Visit.Ending ending) {
        return new Visit(new Visit.Plan(day, REFERENT, List.of()), new Visit.Turn(rank), ending);
    }

    private static RightCheck followUp(LocalDate due) {
        return new RightCheck(
                new RightCheck.Subject(new RecordId(ADULT.value()), "css"),
                new RightCheck.Finding(RightState.PROBABLE, null),
                new RightCheck.FollowUp(due, REFERENT),
                null,
                null);
    }

    private static Appointment appointment(LocalDate day) {
        return new Appointment(
                new Appointment.Plan(noon(day), 45, Place.HOME, REFERENT, null),
                new Appointment.Attendance(Appointment.State.PLANNED));
    }

    private static Contact contact(LocalDate day, Happening happening) {
        return new Contact(
                new Contact.Meeting(noon(day), Channel.IN_PERSON, Place.HOME, Planning.PLANNED, happening, 45),
                new Contact.Attendance(List.of(ADULT)),
                new Contact.Content(List.of(Topic.FINANCE), true, "", Result.NONE),
                null);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(SETTING.profile().zone()).toInstant();
    }
}
