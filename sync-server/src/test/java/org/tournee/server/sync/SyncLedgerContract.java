package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.server.ServiceFixture;
import org.tournee.server.store.Opening;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.TemporaryFailure;
import org.tournee.server.store.TombstonePurge;
import org.tournee.server.store.Workspace;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.AudienceChange;
import org.tournee.sync.BucketId;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Outcome;
import org.tournee.sync.PullRequest;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Session;
import org.tournee.sync.StreamId;
import org.tournee.sync.TxId;
import org.tournee.sync.Withdrawal;

/** What every {@link SyncLedger} does, the one in PostgreSQL and the one in memory alike. */
abstract class SyncLedgerContract {

    private static final Instant NOON = ServiceFixture.NOON;

    /** The day of the organisation at {@link #NOON}. */
    static final LocalDate TODAY = LocalDate.ofInstant(NOON, ZoneId.of("Europe/Paris"));

    private OrganisationId organisation;
    private WorkerId referent;
    private DossierId dossier;
    private StreamId stream;

    abstract SyncLedger ledger();

    abstract OrganisationId newOrganisation();

    /** Lets a social worker in. */
    abstract WorkerId admit();

    abstract StreamId enrol(WorkerId worker);

    /** Lets another stream grow out of that one. */
    abstract StreamId succeed(StreamId predecessor);

    abstract void open(Opening opening);

    /** Begins a term of the dossier. */
    abstract RecordId assign(DossierId of, ReferentTerm.Term term);

    /** Ends that term the same day. */
    abstract void end(DossierId of, RecordId id, ReferentTerm.Term term);

    abstract void acknowledge(StreamId owing, List<Withdrawal> withdrawn);

    abstract void purgeTombstones(Instant now);

    abstract void erase(DossierId dossier);

    @BeforeEach
    void aServiceWithOneDossier() {
        organisation = newOrganisation();
        referent = admit();
        dossier = open();
        stream = enrol(referent);
    }

    @Test
    void whatIsNotCommittedIsSeenByNobodyElse() throws Exception {
        BucketId bucket = BucketId.service(dossier);
        RecordId record = newRecord();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            ledger().write(organisation, transaction -> {
                put(transaction, bucket, record);
                assertThat(transaction.buckets(Set.of(record))).containsKey(record);
                assertThat(inOther(other, () -> bucketOf(record))).isEmpty();
                return null;
            });
            assertThat(inOther(other, () -> bucketOf(record))).containsEntry(record, bucket);
        }
    }

    @Test
    void whatTheWorkThrowsUndoesAllOfIt() {
        RecordId record = newRecord();

        assertThatThrownBy(() -> ledger().write(organisation, transaction -> {
                    put(transaction, BucketId.service(dossier), record);
                    transaction.lockStream(stream);
                    transaction.advance(stream, 9, "9", NOON);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(bucketOf(record)).isEmpty();
        assertThat(row(stream).lastOpSeq()).isZero();
    }

    @Test
    void aSavepointUndoesWhatCameAfterItAlone() {
        RecordId before = newRecord();
        RecordId after = newRecord();
        ledger().write(organisation, transaction -> {
            put(transaction, BucketId.service(dossier), before);
            SyncTransaction.Savepoint savepoint = transaction.savepoint();
            put(transaction, BucketId.worker(referent), after);
            savepoint.rollback();
            return null;
        });

        assertThat(bucketOf(before)).hasSize(1);
        assertThat(bucketOf(after)).isEmpty();
    }

    @Test
    void whoeverHoldsAHeadGivesOutItsPositionsUntilTheCommit() throws Exception {
        BucketId bucket = BucketId.service(dossier);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Long> first = threads.submit(() -> ledger().write(organisation, transaction -> {
                long position = put(transaction, bucket, newRecord());
                held.countDown();
                await(release);
                return position;
            }));
            await(held);
            Future<Long> second = threads.submit(
                    () -> ledger().write(organisation, transaction -> put(transaction, bucket, newRecord())));
            assertThatThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            release.countDown();

            assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(first.get(20, TimeUnit.SECONDS) + 1);
        }
    }

    @Test
    void ofTwoThatWaitForEachOtherOneFailsForTheTimeBeing() throws Exception {
        BucketId one = BucketId.service(dossier);
        BucketId two = BucketId.worker(referent);
        CyclicBarrier both = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> results = List.of(
                    threads.submit(() -> locksBoth(one, two, both)), threads.submit(() -> locksBoth(two, one, both)));

            assertThat(List.of(
                            results.get(0).get(20, TimeUnit.SECONDS),
                            results.get(1).get(20, TimeUnit.SECONDS)))
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    private boolean locksBoth(BucketId first, BucketId second, CyclicBarrier both) {
        try {
            return ledger().write(organisation, transaction -> {
                put(transaction, first, newRecord());
                meet(both);
                put(transaction, second, newRecord());
                return true;
            });
        } catch (RuntimeException e) {
            assertThat(TemporaryFailure.is(e)).isTrue();
            return false;
        }
    }

    @Test
    void anOperationTakesEffectOnceAndIsAnsweredAgain() {
        List<byte[]> lines = contacts(2);

        List<Outcome> first = push(lines);
        List<Outcome> again = push(lines);

        assertThat(first)
                .extracting(Outcome::verdict)
                .containsExactly(Outcome.Verdict.APPLIED, Outcome.Verdict.APPLIED);
        assertThat(again).isEqualTo(first);
        assertThat(row(stream)).extracting(StreamRow::lastOpSeq).isEqualTo(2L);
        OptionalLong found =
                ledger().write(organisation, transaction -> transaction.heldAs(stream, hash(lines.get(1))));
        assertThat(found).hasValue(2);
    }

    @Test
    void linesThatTellNoNumberAreSentAgainWhereOthersCameInBetween() {
        List<byte[]> inFront = contacts(2);
        List<byte[]> unreadable = List.of("?".getBytes(StandardCharsets.UTF_8));
        SyncLedger overtaken = new OvertakenLedger(ledger(), () -> push(inFront));

        PushResult result = new Reconciler(overtaken, UuidCreator::getTimeOrderedEpoch)
                .push(organisation, stream, unreadable, NOON);

        assertThat(result).isEqualTo(new PushResult.Gap(3));
        assertThat(row(stream)).extracting(StreamRow::state).isEqualTo(StreamRow.State.ACTIVE);
        assertThat(push(unreadable)).extracting(Outcome::opSeq).containsExactly(3L);
    }

    /** In which somebody else's push is taken once lines are in their places, before they are taken in. */
    private static final class OvertakenLedger implements SyncLedger {

        private static final int BEFORE = 3;

        private final SyncLedger ledger;
        private final Runnable other;
        private int transactions;

        OvertakenLedger(SyncLedger ledger, Runnable other) {
            this.ledger = ledger;
            this.other = other;
        }

        @Override
        public <R extends @Nullable Object> R write(OrganisationId of, Function<SyncTransaction, R> work) {
            transactions++;
            if (transactions == BEFORE) {
                other.run();
            }
            return ledger.write(of, work);
        }
    }

    @Test
    void otherBytesUnderAKnownNumberFreezeTheStream() {
        push(contacts(1));

        PushResult other = new Reconciler(ledger(), UuidCreator::getTimeOrderedEpoch)
                .push(organisation, stream, contacts(1), NOON);

        assertThat(other).isInstanceOf(PushResult.Forked.class);
        assertThat(row(stream).state()).isEqualTo(StreamRow.State.FROZEN);
    }

    @Test
    void streamsThatGrewOutOfOneAreAFamilyAndKnowWhatTheyInserted() {
        RecordId contact = newRecord();
        push(List.of(line(1, OperationBytes.NO_PREVIOUS, contact, dossier)));
        StreamId one = succeed(stream);
        StreamId other = succeed(stream);
        StreamId grandchild = succeed(one);

        Set<StreamId> family = ledger().write(organisation, transaction -> transaction.family(grandchild));
        StreamId newcomer = enrol(referent);
        Set<StreamId> none = ledger().write(organisation, transaction -> transaction.family(newcomer));
        List<Operation> inserts =
                ledger().write(organisation, transaction -> transaction.inserts(family, Set.of(contact, newRecord())));

        assertThat(family).containsExactlyInAnyOrder(stream, one, other, grandchild);
        assertThat(none).isEmpty();
        assertThat(inserts).singleElement().extracting(Operation::streamId).isEqualTo(stream);
        assertThat(row(one).state()).isEqualTo(StreamRow.State.FROZEN);
        assertThat(row(grandchild).state()).isEqualTo(StreamRow.State.ACTIVE);
    }

    @Test
    void whatDependsOnAReturnedCreationIsKnown() {
        RecordId foreign = newRecord();
        DossierId nowhere = new DossierId(UUID.randomUUID());
        byte[] line = line(1, OperationBytes.NO_PREVIOUS, foreign, nowhere);

        assertThat(push(List.of(line))).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.RETURNED);

        Set<RecordId> returned = ledger().write(
                        organisation, transaction -> transaction.returnedCreations(Set.of(foreign, newRecord())));
        assertThat(returned).containsExactly(foreign);
    }

    @Test
    void theFeedShowsWhatIsGrantedAndTheRowsAfterTheCursor() {
        push(contacts(3));
        BucketId bucket = BucketId.service(dossier);
        FeedSnapshot all = snapshot(Map.of(bucket.value(), 0L));
        long head = all.rows().get(all.rows().size() - 1).head().position();

        assertThat(all.buckets())
                .as("of what was asked for")
                .extracting(granted -> granted.bucket(), granted -> granted.head())
                .containsExactly(tuple(bucket, head));
        assertThat(snapshot(Map.of()).buckets())
                .extracting(granted -> granted.bucket())
                .containsExactly(BucketId.REFERENCE, BucketId.worker(referent), bucket);
        assertThat(all.rows()).extracting(row -> row.head().position()).isSorted();
        assertThat(snapshot(Map.of(bucket.value(), head - 1)).rows()).hasSize(1);
        assertThat(snapshot(Map.of(BucketId.worker(admit()).value(), 0L)).rows())
                .as("what is not granted has no rows")
                .isEmpty();
    }

    @Test
    void whatComesForAnErasedDossierKeepsItsPlaceAndNothingElse() {
        List<byte[]> lines = contacts(2);
        push(lines.subList(0, 1));
        erase(dossier);

        assertThat(push(lines))
                .extracting(Outcome::verdict)
                .containsExactly(Outcome.Verdict.APPLIED, Outcome.Verdict.ERASED);
        assertThat(push(lines.subList(1, 2))).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.ERASED);
        assertThat(row(stream).lastOpSeq()).isEqualTo(2);
        assertThat(snapshot(Map.of(BucketId.service(dossier).value(), 0L)).rows())
                .isEmpty();
    }

    @Test
    void aRecordThatChangesItsAudienceIsGoneFromOneBucketAndInTheOther() {
        RecordId record = newRecord();
        byte[] made = line(1, OperationBytes.NO_PREVIOUS, record, dossier);
        push(List.of(made));
        BucketId service = BucketId.service(dossier);
        BucketId restricted = BucketId.restricted(dossier, referent);
        long before = bucket(service).head();

        byte[] asked = OperationBytes.make(restrict(hash(made), record));
        assertThat(push(List.of(made, asked))).extracting(Outcome::bucket).containsExactly(service, restricted);

        FeedSnapshot after = snapshot(Map.of(service.value(), before, restricted.value(), 0L));
        assertThat(after.rows())
                .extracting(row -> row.head().bucket(), row -> row.head().deleted())
                .containsExactlyInAnyOrder(tuple(service.value(), true), tuple(restricted.value(), false));
        assertThat(after.rows()).allMatch(row -> row.head().id().equals(record.value()));
        assertThat(bucket(service).head()).isEqualTo(before + 1);
        assertThat(bucketOf(record)).containsEntry(record, restricted);
        assertThat(snapshot(Map.of(service.value(), 0L)).rows())
                .as("whoever begins hears nothing of what left")
                .noneMatch(row -> row.head().id().equals(record.value()));
        ledger().write(organisation, transaction -> {
            assertThat(transaction.authors(Set.of(record))).containsEntry(record, referent);
            assertThat(transaction.conflictsAbout(Set.of(record))).isEmpty();
            return null;
        });
    }

    private GrantedBucket bucket(BucketId id) {
        return snapshot(Map.of()).buckets().stream()
                .filter(granted -> granted.bucket().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Operation restrict(String previous, RecordId record) {
        return new Operation(
                stream,
                2,
                previous,
                new TxId(UuidCreator.getTimeOrderedEpoch()),
                0,
                1,
                Action.COMMAND,
                RecordKind.CONTACT.code(),
                record,
                dossier,
                null,
                Operation.SCHEMA,
                "epoch",
                1,
                1,
                AudienceChange.from(Audience.SERVICE).asCommand().asGroups(),
                NOON,
                UUID.randomUUID().toString());
    }

    @Test
    void whatIsWithdrawnIsToldUntilItIsAcknowledgedOrGivenAgain() {
        ReferentTerm.Term term = termOfAColleague();
        StreamId theirs = enrol(term.worker());
        BucketId bucket = BucketId.service(dossier);

        end(dossier, assign(dossier, term), term);
        assertThat(withdrawnFrom(theirs)).containsExactly(new Withdrawal(bucket, 1));
        acknowledge(theirs, List.of(new Withdrawal(bucket, 1)));
        assertThat(withdrawnFrom(theirs)).isEmpty();

        RecordId again = assign(dossier, term);
        acknowledge(theirs, List.of(new Withdrawal(bucket, 2)));
        assertThat(withdrawnFrom(theirs)).as("it is granted").isEmpty();
        end(dossier, again, term);
        assertThat(withdrawnFrom(theirs)).containsExactly(new Withdrawal(bucket, 2));
        assign(dossier, term);
        assertThat(withdrawnFrom(theirs)).isEmpty();
    }

    @Test
    void aSuccessorOwesWhatWasWithdrawnFromItsPredecessor() {
        ReferentTerm.Term term = termOfAColleague();
        StreamId theirs = enrol(term.worker());
        Withdrawal withdrawal = new Withdrawal(BucketId.service(dossier), 1);
        end(dossier, assign(dossier, term), term);
        StreamId one = succeed(theirs);
        acknowledge(one, List.of(withdrawal));
        acknowledge(theirs, List.of(withdrawal));

        StreamId other = succeed(theirs);

        assertThat(withdrawnFrom(one)).isEmpty();
        assertThat(withdrawnFrom(other)).as("another copy may hold it").containsExactly(withdrawal);
        assign(dossier, term);
        assertThat(withdrawnFrom(other)).isEmpty();
        assertThat(withdrawnFrom(succeed(theirs))).as("it is granted").isEmpty();
    }

    @Test
    void whatWasDeletedLongAgoIsToldNoMoreAndKeepsItsPlace() {
        BucketId bucket = BucketId.service(dossier);
        RecordId gone = newRecord();
        long position = ledger().write(organisation, transaction -> put(transaction, bucket, gone, true));
        assertThat(snapshot(Map.of(bucket.value(), position - 1)).rows()).hasSize(1);

        purgeTombstones(NOON.plus(TombstonePurge.KEPT).plusSeconds(1));

        FeedSnapshot after = snapshot(Map.of(bucket.value(), position - 1));
        assertThat(after.rows()).isEmpty();
        assertThat(after.buckets())
                .filteredOn(granted -> granted.bucket().equals(bucket))
                .extracting(GrantedBucket::floor, GrantedBucket::head)
                .containsExactly(tuple(position, position));
        assertThat(bucketOf(gone)).containsEntry(gone, bucket);
    }

    @Test
    void aPullIsAnsweredInLinesThatEndWithTheirEnd() {
        push(contacts(1));
        Map<String, Long> cursors =
                new LinkedHashMap<>(Map.of(BucketId.service(dossier).value(), 0L));

        byte[] answer = new Feed(ledger())
                .answer(organisation, new PullRequest(stream, "", null, null, cursors, null), NOON)
                .orElseThrow()
                .bytes();

        String[] lines = new String(answer, StandardCharsets.UTF_8).split("\n", -1);
        assertThat(lines[lines.length - 2]).startsWith("{\"upto\":").contains("\"more\":false");
        assertThat(new String(answer, StandardCharsets.UTF_8)).contains("\"kind\":\"contact\"");
    }

    @Test
    void aPhoneThatWasToldMoreThanTheServerHoldsGetsANewEpoch() {
        String epoch = row(stream).epoch();

        Session first = session(new PhoneClaim(epoch, 5, 0));
        Session second = session(new PhoneClaim(epoch, 5, 0));

        assertThat(first.epoch()).isNotEqualTo(epoch);
        assertThat(second.epoch()).as("an old epoch proves nothing").isEqualTo(first.epoch());
        assertThat(session(new PhoneClaim(first.epoch(), 0, 0)).epoch()).isEqualTo(first.epoch());
    }

    @Test
    void aCursorAboveAHeadGetsANewEpoch() {
        String epoch = row(stream).epoch();
        Map<String, Long> cursors = Map.of(BucketId.service(dossier).value(), 1_000L);

        byte[] answer = new Feed(ledger())
                .answer(organisation, new PullRequest(stream, epoch, null, null, cursors, Operation.SCHEMA), NOON)
                .orElseThrow()
                .bytes();

        assertThat(row(stream).epoch()).isNotEqualTo(epoch);
        assertThat(new String(answer, StandardCharsets.UTF_8))
                .contains(row(stream).epoch());
    }

    @Test
    void whereNobodyHasLostOperationsAnyMoreTheStreamGoesOnAfterThem() {
        push(contacts(1));
        byte[] fourth = line(4, hash("the third".getBytes(StandardCharsets.UTF_8)), newRecord(), dossier);
        Reconciler reconciler = new Reconciler(ledger(), UuidCreator::getTimeOrderedEpoch);

        PushResult gap = reconciler.push(organisation, stream, List.of(fourth), NOON);
        PushResult resumed = reconciler.push(organisation, stream, new PhoneClaim("", 0, 4), List.of(fourth), NOON);

        assertThat(gap).isEqualTo(new PushResult.Gap(2));
        assertThat(resumed).isInstanceOf(PushResult.Held.class);
        assertThat(row(stream).lastOpSeq()).isEqualTo(4);
    }

    private Session session(PhoneClaim claim) {
        return ((Sessions.Standing) new Sessions(ledger()).answer(organisation, stream, claim, NOON)).session();
    }

    private long put(SyncTransaction transaction, BucketId bucket, RecordId record) {
        return put(transaction, bucket, record, false);
    }

    private long put(SyncTransaction transaction, BucketId bucket, RecordId record, boolean deleted) {
        Workspace workspace = new Workspace(NOON, UuidCreator::getTimeOrderedEpoch);
        transaction.existing(row(stream), Set.of(dossier));
        transaction.load(workspace, List.of(bucket), List.of(record));
        RecordRow row = workspace.put(new RecordRow(
                record,
                "note",
                dossier,
                bucket,
                0,
                1,
                referent,
                referent,
                NOON,
                null,
                deleted,
                Map.of(),
                dossier.value(),
                Groups.NONE.with("text", "\"une note\"")));
        transaction.flush(workspace);
        return row.position();
    }

    private Map<RecordId, BucketId> bucketOf(RecordId record) {
        return ledger().write(organisation, transaction -> transaction.buckets(Set.of(record)));
    }

    private StreamRow row(StreamId id) {
        return ledger().write(
                        organisation, transaction -> transaction.stream(id).orElseThrow());
    }

    private FeedSnapshot snapshot(Map<String, Long> cursors) {
        return snapshot(stream, cursors);
    }

    private FeedSnapshot snapshot(StreamId of, Map<String, Long> cursors) {
        return ledger().write(
                        organisation,
                        transaction -> transaction.snapshot(
                                transaction.stream(of).orElseThrow(), cursors, LocalDate.of(2026, 3, 24)));
    }

    private List<Withdrawal> withdrawnFrom(StreamId owing) {
        return snapshot(owing, Map.of()).withdrawn();
    }

    private ReferentTerm.Term termOfAColleague() {
        return new ReferentTerm.Term(admit(), ReferentRole.REPLACEMENT, TODAY.minusDays(30), null);
    }

    private List<Outcome> push(List<byte[]> lines) {
        PushResult result =
                new Reconciler(ledger(), UuidCreator::getTimeOrderedEpoch).push(organisation, stream, lines, NOON);
        return ((PushResult.Held) result).outcomes();
    }

    private List<byte[]> contacts(int count) {
        List<byte[]> lines = new ArrayList<>();
        String previous = OperationBytes.NO_PREVIOUS;
        for (int seq = 1; seq <= count; seq++) {
            byte[] line = line(seq, previous, newRecord(), dossier);
            lines.add(line);
            previous = hash(line);
        }
        return lines;
    }

    private byte[] line(long seq, String previous, RecordId record, DossierId of) {
        return OperationBytes.make(new Operation(
                stream,
                seq,
                previous,
                new TxId(UuidCreator.getTimeOrderedEpoch()),
                0,
                1,
                Action.CREATE,
                RecordKind.CONTACT.code(),
                record,
                of,
                Audience.SERVICE,
                Operation.SCHEMA,
                "epoch",
                1,
                0,
                Groups.of(Samples.contact(dossier)).changesSince(Groups.NONE),
                NOON,
                UUID.randomUUID().toString()));
    }

    private DossierId open() {
        DossierId id = new DossierId(UuidCreator.getTimeOrderedEpoch());
        PersonId adult = ServiceFixture.adultOf(id);
        Person person = new Person(
                new Person.Identity("Lefèvre", "Annie", LocalDate.of(1971, 4, 2)),
                new Person.Membership(HouseholdRole.ADULT),
                null);
        open(new Opening(
                id,
                ServiceFixture.household("Lefèvre", "3 rue des Écoles"),
                Map.of(adult, person),
                List.of(),
                List.of(ServiceFixture.term(referent)),
                List.of(),
                NOON));
        return id;
    }

    private static RecordId newRecord() {
        return new RecordId(UuidCreator.getTimeOrderedEpoch());
    }

    private static String hash(byte[] line) {
        return OperationBytes.hash(line);
    }

    private static <T> T inOther(ExecutorService thread, java.util.concurrent.Callable<T> question) {
        try {
            return thread.submit(question).get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
