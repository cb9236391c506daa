package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.ShippedProfile;
import org.tournee.segment.Segment;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.store.Actor;
import org.tournee.server.store.ReferenceData;
import org.tournee.server.workflow.CommandAnswer;
import org.tournee.server.workflow.SegmentDecisions;
import org.tournee.server.workflow.SignedCommand;
import org.tournee.sync.Action;
import org.tournee.sync.Command;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.Wire;
import org.tournee.workflow.Expectation;
import org.tournee.workflow.PreparedStep;
import org.tournee.workflow.SegmentChange;
import org.tournee.workflow.SegmentChange.State;
import org.tournee.workflow.SegmentCommand;
import org.tournee.workflow.TransferCheck;

/** Steps on a segment that were prepared on a phone. Rules: R-SEG-5, R-SEG-6, R-SEG-7, R-CLK, R-REC. */
class PreparedStepsTest extends TwoPhonesTest {

    private static final String REASON = "Les démarches sont stabilisées, le logement est trouvé.";
    private static final SegmentCommand TO_B = new SegmentCommand.Decide(Segment.B, criteria(Segment.B), REASON);

    @BeforeEach
    void aServiceWithSegments() {
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), ShippedProfile.VIENNE.profile()),
                        ServiceFixture.NOON);
    }

    @Test
    void aDecisionPreparedWithoutNetworkIsEnteredAsProposedAndNoStayBegins() {
        RecordId decision = TestPhone.newId();

        assertThat(write(phone, step(decision, seen(phone), TO_B))).isEqualTo(Verdict.APPLIED);

        SegmentChange change = change(phone.pull(), decision);
        assertThat(change.course().state()).isEqualTo(State.PROPOSED);
        assertThat(change.course().signatures())
                .singleElement()
                .satisfies(signed -> assertThat(signed.by()).isEqualTo(referent));
        assertThat(phone.ofKind(RecordKind.STAY)).hasSize(1);
        assertThat(count("select count(*) from segment_change_fact where org_id = ? and state = 'PROPOSED'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from audit where org_id = ? and act = 'SIGN'"))
                .isEqualTo(1);
    }

    @Test
    void itBearsTheDayOnWhichTheServerGotItWhateverThePhonesClockSays() {
        RecordId decision = TestPhone.newId();
        phone.clockAt(java.time.Instant.parse("2031-01-01T00:00:00Z"));

        write(phone, step(decision, seen(phone), TO_B));

        assertThat(change(phone.pull(), decision).last().on()).isBetween(today().minusDays(1), today().plusDays(1));
    }

    @Test
    void anotherPersonGoesOnWithItOnline() {
        WorkerId head = service.worker(Role.TEAM_HEAD);
        service.head(head);
        RecordId decision = TestPhone.newId();
        write(phone, step(decision, seen(phone), TO_B));
        Expectation proposed = seen(phone.pull());

        CommandAnswer answer = signOnline(head, new SegmentCommand.Execute(TransferCheck.inOrder()), proposed);

        assertThat(answer).isEqualTo(new CommandAnswer.Done(decision));
        assertThat(change(phone.pull(), decision).course().state()).isEqualTo(State.DONE);
        assertThat(phone.ofKind(RecordKind.STAY)).hasSize(2);
    }

    @Test
    void whatIsSignedOnlineIsNeverTakenFromAPhone() {
        WorkerId head = service.worker(Role.TEAM_HEAD);
        service.head(head);
        service.assign(dossier, head, org.tournee.dossier.ReferentRole.REPLACEMENT);
        RecordId decision = TestPhone.newId();
        write(phone, step(decision, seen(phone), TO_B));
        TestPhone headsPhone = service.phone(head).pull();
        SegmentCommand execute = new SegmentCommand.Execute(TransferCheck.inOrder());
        Command forged =
                new Command(PreparedStep.NAME, Wire.json(seen(headsPhone)), Wire.json(SegmentCommand.class, execute));

        List<Outcome> outcomes =
                headsPhone.save(dossier, command(decision, forged)).push();

        assertThat(outcomes).extracting(Outcome::reason).containsExactly(ReturnReason.COMMAND_ONLY);
        assertThat(change(phone.pull(), decision).course().state()).isEqualTo(State.PROPOSED);
    }

    @Test
    void whenTheWorkflowMovedOnItIsKeptAndShownAsNotDone() {
        Expectation before = seen(phone);
        TestPhone.Change late = step(TestPhone.newId(), before, TO_B);
        RecordId first = TestPhone.newId();
        write(other, step(first, seen(other), new SegmentCommand.Decide(Segment.C, criteria(Segment.C), REASON)));

        assertThat(write(phone, late)).isEqualTo(Verdict.STALE_COMMAND);

        ReturnedChange kept = returned(phone.pull());
        assertThat(kept.refusal().reason()).isEqualTo(ReturnReason.STALE);
        assertThat(kept.origin().groups()).contains(REASON);
        assertThat(phone.ofKind(RecordKind.SEGMENT_CHANGE))
                .extracting(FeedRow::id)
                .containsExactly(first);
    }

    @Test
    void aRefusalNamesItsRule() {
        SegmentCommand withoutReason = new SegmentCommand.Decide(Segment.B, criteria(Segment.B), " ");

        List<Outcome> outcomes = phone.save(dossier, step(TestPhone.newId(), seen(phone), withoutReason))
                .push();

        assertThat(outcomes).extracting(Outcome::reason).containsExactly(ReturnReason.REFUSED_STEP);
        assertThat(returned(phone.pull()).refusal().detail()).isEqualTo("REASON_MISSING");
        assertThat(phone.ofKind(RecordKind.SEGMENT_CHANGE)).isEmpty();
    }

    @Test
    void whoHasNoLinkAnyMorePreparesNothing() {
        WorkerId stranger = service.worker(Role.SOCIAL_WORKER);
        service.leaveTeam(stranger);

        List<Outcome> outcomes = service.phone(stranger)
                .save(dossier, step(TestPhone.newId(), seen(phone), TO_B))
                .push();

        assertThat(outcomes).extracting(Outcome::reason).containsExactly(ReturnReason.NOT_ALLOWED);
    }

    @Test
    void whoSignedFirstTakesItBackWithTheNextStep() {
        RecordId decision = TestPhone.newId();
        write(phone, step(decision, seen(phone), TO_B));
        phone.pull();

        assertThat(write(phone, step(decision, seen(phone), new SegmentCommand.Withdraw("Mauvais dossier"))))
                .isEqualTo(Verdict.APPLIED);

        assertThat(change(phone.pull(), decision).course().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void twoStepsOfOnePhoneFollowEachOther() {
        RecordId decision = TestPhone.newId();
        Expectation seen = seen(phone);
        phone.save(dossier, step(decision, seen, TO_B))
                .save(
                        dossier,
                        step(
                                decision,
                                new Expectation(seen.stay(), decision, 1),
                                new SegmentCommand.Withdraw("Mauvais dossier")));

        assertThat(phone.push()).extracting(Outcome::verdict).containsExactly(Verdict.APPLIED, Verdict.APPLIED);
        assertThat(change(phone.pull(), decision).course().signatures()).hasSize(2);
    }

    @Test
    void saidAgainFromACopyOfThePhoneItIsEnteredOnce() {
        RecordId decision = TestPhone.newId();
        TestPhone.Change prepared = step(decision, seen(phone), TO_B);
        write(phone, prepared);

        assertThat(service.phone(referent).pull().save(dossier, prepared).push())
                .extracting(Outcome::verdict)
                .containsExactly(Verdict.APPLIED);

        assertThat(change(phone.pull(), decision).course().signatures()).hasSize(1);
    }

    private TestPhone.Change step(RecordId decision, Expectation seen, SegmentCommand command) {
        return command(decision, new PreparedStep(seen, command).asCommand());
    }

    private static TestPhone.Change command(RecordId decision, Command command) {
        return new TestPhone.Change(Action.COMMAND, PreparedStep.KIND, decision, null, 0, command.asGroups());
    }

    private CommandAnswer signOnline(WorkerId signer, SegmentCommand command, Expectation seen) {
        Actor actor = new Actor(service.organisation(), signer, null);
        return service.bean(SegmentDecisions.class)
                .carry(
                        new SignedCommand(actor, signer, dossier, UUID.randomUUID(), command, seen),
                        ServiceFixture.NOON);
    }

    /** As the phone shows the dossier. */
    private static Expectation seen(TestPhone on) {
        RecordId stay = on.ofKind(RecordKind.STAY).get(0).id();
        return on.ofKind(RecordKind.SEGMENT_CHANGE).stream()
                .findFirst()
                .map(row -> new Expectation(
                        stay,
                        row.id(),
                        Groups.parse(row.groups())
                                .as(SegmentChange.class)
                                .course()
                                .signatures()
                                .size()))
                .orElseGet(() -> new Expectation(stay, null, 0));
    }

    private static SegmentChange change(TestPhone on, RecordId decision) {
        return Groups.parse(on.row(decision).groups()).as(SegmentChange.class);
    }

    private static ReturnedChange returned(TestPhone on) {
        return Groups.parse(on.ofKind(RecordKind.RETURNED_CHANGE).get(0).groups())
                .as(ReturnedChange.class);
    }

    private static List<String> criteria(Segment segment) {
        return List.of(ShippedProfile.VIENNE
                .profile()
                .sheet(segment)
                .orElseThrow()
                .criteria()
                .getFirst());
    }

    private static LocalDate today() {
        return LocalDate.now(java.time.ZoneId.of("Europe/Paris"));
    }
}
