package org.tournee.server.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.ShippedProfile;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.StayFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Draft;
import org.tournee.server.store.RecordWriter;
import org.tournee.server.store.ReferenceData;
import org.tournee.server.store.ServerDossiers;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.workflow.Carried.Refusal;
import org.tournee.workflow.DossierCourse;
import org.tournee.workflow.Expectation;
import org.tournee.workflow.SegmentChange;
import org.tournee.workflow.SegmentChange.State;
import org.tournee.workflow.SegmentCommand;
import org.tournee.workflow.TransferCheck;

/** Commands on real records: one transaction each, once each, one winner of two. Rules: R-SEG-5, R-SEG-6, R-SEG-7. */
class SegmentDecisionsTest extends ServerTest {

    private static final String REASON = "Les démarches sont stabilisées, le logement est trouvé.";

    @Inject
    ApplicationContext beans;

    private ServiceFixture service;
    private WorkerId referent;
    private WorkerId colleague;
    private WorkerId head;
    private DossierId dossier;

    @BeforeEach
    void aTeamWithOneDossier() {
        service = new ServiceFixture(beans, server.getURI().toString());
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), ShippedProfile.VIENNE.profile()),
                        ServiceFixture.NOON);
        head = service.worker(Role.TEAM_HEAD);
        service.head(head);
        referent = service.worker(Role.SOCIAL_WORKER);
        colleague = service.worker(Role.SOCIAL_WORKER);
        dossier = service.dossier(referent);
    }

    @Test
    void theHeadExecutesWhatTheReferentDecidedAndPhonesPullIt() {
        TestPhone phone = service.phone(referent).pull();

        assertThat(sign(referent, decide(Segment.B))).isInstanceOf(CommandAnswer.Done.class);
        phone.pull();
        assertThat(phone.ofKind(RecordKind.SEGMENT_CHANGE)).hasSize(1);
        assertThat(contents()
                        .stayOn(ServiceFixture.TODAY)
                        .orElseThrow()
                        .value()
                        .span()
                        .segment())
                .isEqualTo(Segment.A);

        assertThat(sign(head, execute())).isInstanceOf(CommandAnswer.Done.class);

        DossierContents now = contents();
        Stay.Span begun = now.stayOn(ServiceFixture.TODAY).orElseThrow().value().span();
        assertThat(begun).isEqualTo(new Stay.Span(Segment.B, ServiceFixture.TODAY, null));
        assertThat(now.stays())
                .extracting(stay -> stay.value().span())
                .contains(new Stay.Span(Segment.A, LocalDate.of(2025, 9, 1), ServiceFixture.TODAY));
        assertThat(now.segmentChanges())
                .singleElement()
                .satisfies(change -> assertThat(change.value().course().signatures())
                        .extracting(SegmentChange.Signature::by)
                        .containsExactly(referent, head));
        phone.pull();
        assertThat(phone.ofKind(RecordKind.STAY)).hasSize(2);
        assertThat(audited("SIGN")).isEqualTo(2);
    }

    @Test
    void theSameCommandIsDoneOnce() {
        SignedCommand decided = signed(referent, UUID.randomUUID(), decide(Segment.B), seen());

        CommandAnswer first = carry(decided);
        CommandAnswer again = carry(decided);

        assertThat(first).isInstanceOf(CommandAnswer.Done.class);
        assertThat(again).isEqualTo(first);
        assertThat(contents().segmentChanges()).hasSize(1);
        assertThat(audited("SIGN")).isEqualTo(1);
    }

    @Test
    void ofTwoWhoSignAtOnceOneIsFirstAndTheOtherStale() throws Exception {
        sign(referent, decide(Segment.B));
        Expectation seen = seen();
        List<Callable<CommandAnswer>> both = List.of(
                () -> carry(signed(head, UUID.randomUUID(), execute(), seen)),
                () -> carry(signed(referent, UUID.randomUUID(), new SegmentCommand.Withdraw(REASON), seen)));

        List<CommandAnswer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<CommandAnswer> future : threads.invokeAll(both)) {
                answers.add(future.get());
            }
        }

        assertThat(answers).hasAtLeastOneElementOfType(CommandAnswer.Done.class);
        assertThat(answers).hasAtLeastOneElementOfType(CommandAnswer.Stale.class);
        SegmentChange change = contents().segmentChanges().getFirst().value();
        assertThat(change.course().signatures()).hasSize(2);
        assertThat(contents().stays()).hasSize(change.course().state() == State.DONE ? 2 : 1);
    }

    @Test
    void aCommandOnAnOlderStateIsStaleWhenItComesAgainToo() {
        Expectation before = seen();
        sign(referent, decide(Segment.B));
        SignedCommand late = signed(referent, UUID.randomUUID(), decide(Segment.C), before);

        assertThat(carry(late)).isEqualTo(new CommandAnswer.Stale());
        assertThat(carry(late)).isEqualTo(new CommandAnswer.Stale());
        assertThat(contents().segmentChanges()).hasSize(1);
    }

    @Test
    void aRefusalChangesNothingAndIsAudited() {
        sign(referent, decide(Segment.B));

        assertThat(sign(colleague, execute())).isEqualTo(new CommandAnswer.Refused(Refusal.NOT_THE_HEAD));
        assertThat(contents().segmentChanges().getFirst().value().course().state())
                .isEqualTo(State.PROPOSED);
        assertThat(audited("SIGN_REFUSED")).isEqualTo(1);
    }

    @Test
    void whoHasNoLinkToTheDossierSignsNothing() {
        WorkerId stranger = service.worker(Role.SOCIAL_WORKER);
        service.leaveTeam(stranger);

        assertThat(sign(stranger, decide(Segment.B))).isEqualTo(new CommandAnswer.Closed());
        assertThat(carry(new SignedCommand(
                        actor(head),
                        head,
                        new DossierId(UUID.randomUUID()),
                        UUID.randomUUID(),
                        execute(),
                        new Expectation(null, null, 0))))
                .isEqualTo(new CommandAnswer.Closed());
    }

    @Test
    void fromIntakeToTheReceivingWorkerWhosePhoneGetsTheDossier() {
        WorkerId intake = service.worker(Role.INTAKE_WORKER);
        dossier = service.dossier(intake);
        inIntake();
        TestPhone receiving = service.phone(colleague).pull();
        assertThat(receiving.ofKind(RecordKind.DOSSIER)).isEmpty();

        sign(intake, new SegmentCommand.Propose(Segment.B, criteria(Segment.B), REASON));
        sign(head, new SegmentCommand.Approve(TransferCheck.inOrder()));
        assertThat(sign(head, new SegmentCommand.Receive(head)))
                .isEqualTo(new CommandAnswer.Refused(Refusal.NOT_A_SOCIAL_WORKER));
        assertThat(sign(head, new SegmentCommand.Receive(colleague))).isInstanceOf(CommandAnswer.Done.class);

        assertThat(contents().answerableOn(ServiceFixture.TODAY, ReferentRole.REFERENT))
                .contains(colleague);
        assertThat(receiving.pull().ofKind(RecordKind.DOSSIER)).hasSize(1);
        assertThat(holders()).containsExactly(colleague);

        assertThat(sign(colleague, new SegmentCommand.Confirm(null))).isInstanceOf(CommandAnswer.Done.class);
        Entry<Stay> stay = contents().stayOn(ServiceFixture.TODAY).orElseThrow();
        assertThat(stay.value().allocation()).isEqualTo(new Stay.Allocation(ServiceFixture.TODAY, colleague));
    }

    /** The dossier comes from intake, whose second segment it is in. */
    private void inIntake() {
        service.bean(Database.class).write(connection -> {
            Entry<Stay> stay = contents().stays().getFirst();
            service.bean(RecordWriter.class)
                    .write(
                            connection,
                            service.service(),
                            List.of(new Draft(
                                    stay.id(),
                                    RecordKind.STAY,
                                    dossier,
                                    BucketId.service(dossier),
                                    Groups.of(StayFixture.inSegment(Segment.INTAKE_2, LocalDate.of(2026, 1, 5))))),
                            List.of(),
                            List.of(),
                            ServiceFixture.NOON);
            return null;
        });
    }

    private CommandAnswer sign(WorkerId worker, SegmentCommand command) {
        return carry(signed(worker, UUID.randomUUID(), command, seen()));
    }

    private SignedCommand signed(WorkerId worker, UUID id, SegmentCommand command, Expectation expected) {
        return new SignedCommand(actor(worker), worker, dossier, id, command, expected);
    }

    private CommandAnswer carry(SignedCommand signed) {
        return service.bean(SegmentDecisions.class).carry(signed, ServiceFixture.NOON.plus(1, ChronoUnit.HOURS));
    }

    private Actor actor(WorkerId worker) {
        return new Actor(service.organisation(), worker, null);
    }

    private Expectation seen() {
        return DossierCourse.of(contents(), ServiceFixture.TODAY).asSeen();
    }

    private DossierContents contents() {
        return ((ServerDossiers.Opened)
                        service.bean(ServerDossiers.class).read(service.service(), dossier, ServiceFixture.NOON))
                .contents();
    }

    /** Whose phones may hold the dossier. */
    private List<WorkerId> holders() {
        return service.bean(Database.class)
                .read(connection -> Sql.all(
                        connection,
                        "select worker_id from bucket_grant where org_id = ? and bucket_id = ? and ended_at is null",
                        row -> new WorkerId(Sql.uuid(row, "worker_id")),
                        service.organisation(),
                        BucketId.service(dossier).value()));
    }

    private long audited(String act) {
        return service.bean(Database.class)
                .read(connection -> Sql.first(
                                connection,
                                "select count(*) from audit where org_id = ? and dossier_id = ? and act = ?",
                                row -> row.getLong(1),
                                service.organisation(),
                                dossier,
                                act)
                        .orElse(0L));
    }

    private static SegmentCommand decide(Segment to) {
        return new SegmentCommand.Decide(to, criteria(to), REASON);
    }

    private static SegmentCommand execute() {
        return new SegmentCommand.Execute(TransferCheck.inOrder());
    }

    private static List<String> criteria(Segment to) {
        return ShippedProfile.VIENNE
                .profile()
                .sheet(to)
                .orElseThrow()
                .criteria()
                .subList(0, 1);
    }
}
