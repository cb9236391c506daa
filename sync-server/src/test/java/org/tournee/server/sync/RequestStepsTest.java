package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.request.Request;
import org.tournee.request.Request.Handling;
import org.tournee.request.RequestStep;
import org.tournee.server.TestPhone;
import org.tournee.sync.Action;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.Wire;

/** Two phones take steps of one request, without a network: case M13 of docs/sync.md. Rules: R-REQ, R-REC. */
class RequestStepsTest extends TwoPhonesTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);
    private static final LocalDate THIRD = LocalDate.of(2026, 3, 3);
    private static final LocalDate FIFTH = LocalDate.of(2026, 3, 5);

    private RecordId request;

    @BeforeEach
    void aRequestThatBothSee() {
        request = TestPhone.newId();
        Request asked = new Request(
                new Request.Demand(
                        Request.Origin.PERSON, Request.Urgency.NORMAL, Topic.FINANCE, RECEIVED, "Aide alimentaire"),
                Handling.NONE);
        phone.save(dossier, TestPhone.create(RecordKind.REQUEST, request, asked));
        phone.push();
        phone.pull();
        other.pull();
    }

    @Test
    void m13DifferentStepsOfTwoPeopleBothStand() {
        TestPhone.Change offered = taken(other, RequestStep.OFFER_APPOINTMENT, FIFTH);
        write(phone, taken(phone, RequestStep.ACKNOWLEDGE, THIRD));

        assertThat(write(other, offered)).isEqualTo(Verdict.MERGED);

        Handling stands = now(phone).handling();
        assertThat(stands.acknowledgedOn()).isEqualTo(THIRD);
        assertThat(stands.appointmentOfferedFor()).isEqualTo(FIFTH);
        assertThat(now(other)).isEqualTo(now(phone));
    }

    @Test
    void m13TheSameStepOfBothIsThereOnceAlsoWhereOneWentOn() {
        TestPhone.Change same = taken(other, RequestStep.ACKNOWLEDGE, THIRD);
        write(phone, taken(phone, RequestStep.ACKNOWLEDGE, THIRD));
        phone.pull();
        write(phone, taken(phone, RequestStep.DECIDE, FIFTH));

        assertThat(write(other, same)).isEqualTo(Verdict.MERGED);

        assertThat(now(phone).handling().decidedOn()).isEqualTo(FIFTH);
        assertThat(phone.ofKind(RecordKind.CONFLICT)).isEmpty();
    }

    @Test
    void m13TheSameStepOnAnotherDayIsKeptTwiceAndWhatFollowsStandsBeside() {
        TestPhone.Change third = taken(other, RequestStep.ACKNOWLEDGE, THIRD);
        write(phone, taken(phone, RequestStep.ACKNOWLEDGE, FIFTH));

        assertThat(write(other, third)).isEqualTo(Verdict.CONFLICT);

        assertThat(values(conflict(phone)))
                .extracting(value -> Wire.read(Handling.class, value).acknowledgedOn())
                .containsExactly(FIFTH, THIRD);
    }

    @Test
    void m13AStepThatTheRequestHasPassedComesBackWithItsReason() {
        TestPhone.Change late = taken(other, RequestStep.ACKNOWLEDGE, THIRD);
        write(phone, taken(phone, RequestStep.DECIDE, FIFTH));

        assertThat(write(other, late)).isEqualTo(Verdict.RETURNED);

        ReturnedChange.Refusal why = Groups.parse(
                        other.pull().ofKind(RecordKind.RETURNED_CHANGE).get(0).groups())
                .as(ReturnedChange.class)
                .refusal();
        assertThat(why.reason()).isEqualTo(ReturnReason.REFUSED_STEP);
        assertThat(why.detail()).isEqualTo("NOT_NOW");
        assertThat(now(phone).handling().acknowledgedOn()).isNull();
    }

    @Test
    void m13AStepOutOfItsOrderComesBackFromWhomeverItIs() {
        Request seen = now(phone);
        Handling notified = new Handling(null, null, null, null, FIFTH, null);

        assertThat(write(phone, change(phone, seen.handling(), notified))).isEqualTo(Verdict.RETURNED);

        assertThat(now(phone)).isEqualTo(seen);
    }

    @Test
    void m13AStepThatIsTakenBackMergesLikeAnyValue() {
        write(phone, taken(phone, RequestStep.ACKNOWLEDGE, THIRD));
        Handling acknowledged = now(phone).handling();

        assertThat(write(phone, change(phone, acknowledged, Handling.NONE))).isEqualTo(Verdict.APPLIED);

        assertThat(now(other).handling()).isEqualTo(Handling.NONE);
    }

    private Request now(TestPhone on) {
        return Groups.parse(on.pull().row(request).groups()).as(Request.class);
    }

    /** By the rule that decides on a phone, on what that phone pulled last. */
    private TestPhone.Change taken(TestPhone on, RequestStep step, LocalDate day) {
        Request seen = Groups.parse(on.row(request).groups()).as(Request.class);
        RequestStep.Result result = step.take(seen, day, Request.Decision.GRANTED, FIFTH);
        return change(
                on, seen.handling(), ((RequestStep.Taken) result).request().handling());
    }

    private TestPhone.Change change(TestPhone on, Handling seen, Handling written) {
        return new TestPhone.Change(
                Action.CHANGE,
                RecordKind.REQUEST,
                request,
                null,
                on.row(request).rev(),
                Map.of(Handling.GROUP, new GroupChange(Wire.json(seen), Wire.json(written))));
    }
}
