package org.tournee.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentTerm;
import org.tournee.mobile.store.SimulatedStore;
import org.tournee.mobile.store.SimulatedStore.Bucket;
import org.tournee.server.store.RecordRow;
import org.tournee.server.sync.LedgerView;
import org.tournee.sync.BucketId;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Lets everything come to rest once the faults have ended, and looks at what is left. */
final class Rest {

    private static final int MOST_ROUNDS = 8;
    private static final int MOST_MOMENTS = 20_000;

    private final World world;
    private final SplittableRandom random;
    private final Supplier<Set<DossierId>> erased;

    /** @param erased the dossiers that were erased */
    Rest(World world, long seed, Supplier<Set<DossierId>> erased) {
        this.world = world;
        this.erased = erased;
        this.random = new SplittableRandom(seed);
    }

    /** @param step called after each round */
    void come(Runnable step) {
        world.endFaults();
        step.run(); // a server that was set back is looked at before phones tell it anything
        drain();
        step.run();
        if (world.isAnyInstanceOld()) {
            world.phones().forEach(this::run); // what is newer than the instance waits, and is not lost
            step.run();
            world.upgradeAll();
        }
        world.phones().forEach(this::drainsAtTheDoor);
        step.run();
        for (int round = 1; !isAtRest(); round++) {
            int rounds = round;
            Violation.unless(
                    round <= MOST_ROUNDS,
                    "after the faults end everything drains in a bounded number of steps",
                    () -> "after " + rounds + " rounds: " + standing());
            world.time().pass(Duration.ofMinutes(5));
            upkeep();
            step.run(); // before anything else is taken in
            world.settleRefused();
            world.phones().forEach(world::signInAgain);
            world.phones().forEach(Phone::sync);
            drain();
            step.run();
        }
        upkeep();
        step.run();
        world.phones().forEach(this::run); // which hear that all is durable, and held
        step.run();
        whoeverAnswersHoldsTheDossier();
        new DocumentInvariants(world).areHeldOrRefused(world.service().view().records());
        world.phones().forEach(this::agreesWithTheServer);
        world.phones().forEach(phone -> holdsNothingErased(phone, erased.get()));
        world.phones().forEach(this::whatIsHeldIsOpened);
        nothingFetchesInALoop();
    }

    /** What the service does every minute. */
    private void upkeep() {
        world.restores().archive();
        world.server()
                .database()
                .documents()
                .ifPresent(door -> door.endDescribed(world.time().now()));
    }

    /** What was saved there was delivered, and is nowhere else. Rule: R-GDPR. */
    private static void holdsNothingErased(Phone phone, Set<DossierId> erased) {
        List<Operation> kept = new ArrayList<>(SimulatedStore.former(phone.disk()));
        SimulatedStore.outbox(phone.disk()).forEach(waiting -> kept.add(waiting.operation()));
        for (Operation operation : kept) {
            Violation.unless(
                    !erased.contains(operation.dossierId()),
                    "after an erasure nothing of it can be read",
                    () -> phone + " keeps " + operation.opSeq());
        }
    }

    private void whatIsHeldIsOpened(Phone phone) {
        DocumentInvariants.areOfWhatIsHeld(phone);
        DocumentReading.on(world, phone).ifPresent(reading -> {
            reading.wantAll();
            run(phone);
            reading.opensAll();
        });
    }

    /** Without a token, and without anybody who signs in. */
    private void drainsAtTheDoor(Phone phone) {
        run(phone);
        Violation.unless(
                !world.deliversAtTheDoor(phone) || phone.store().unsent().isEmpty(),
                "what was saved is taken without a token",
                () -> phone + " still has " + phone.store().unsent());
    }

    private void drain() {
        for (int moment = 0; world.moment(random); moment++) {
            world.forget();
            Violation.unless(
                    moment < MOST_MOMENTS,
                    "after the faults end everything drains in a bounded number of steps",
                    () -> "still going on: " + standing());
        }
    }

    private boolean isAtRest() {
        return world.phones().stream()
                .allMatch(phone -> phone.lastResult().isEmpty()
                        && phone.store().waiting().operations() == 0
                        && isUpToDate(phone)
                        && (phone.documents() == null || phone.documents().waiting() == 0)
                        && !owes(phone));
    }

    /** Whether it holds what is granted, up to every head: another phone may have written since its last look. */
    private boolean isUpToDate(Phone phone) {
        Map<BucketId, Long> heads = world.service().view().heads();
        Map<BucketId, Bucket> held = SimulatedStore.buckets(phone.disk());
        Map<BucketId, Long> grants = world.service().view().grants(phone.worker());
        return held.keySet().equals(grants.keySet())
                && held.values().stream().allMatch(Bucket::intact)
                && held.entrySet().stream()
                        .allMatch(bucket -> bucket.getValue().reached() >= heads.get(bucket.getKey()));
    }

    /** Whether the server still waits to hear that it gave back what was withdrawn. */
    private boolean owes(Phone phone) {
        return world.service().view().owed().stream()
                .anyMatch(owed ->
                        owed.owing() == LedgerView.Owing.OPEN && owed.stream().equals(phone.stream()));
    }

    private List<String> standing() {
        return world.phones().stream()
                .map(phone -> phone + " last " + phone.lastResult() + " waiting "
                        + phone.store().waiting().operations() + " current " + isUpToDate(phone) + " owes "
                        + owes(phone) + " syncing "
                        + phone.isSyncing())
                .toList();
    }

    private void agreesWithTheServer(Phone phone) {
        Map<BucketId, Map<RecordId, String>> expected = new HashMap<>();
        Map<BucketId, Long> grants = world.service().view().grants(phone.worker());
        grants.keySet().forEach(bucket -> expected.put(bucket, new HashMap<>()));
        for (RecordRow row : world.service().view().records()) {
            if (!row.deleted() && grants.containsKey(row.bucket())) {
                expected.get(row.bucket())
                        .put(row.id(), row.rev() + " " + row.groups().json());
            }
        }
        Map<BucketId, Map<RecordId, String>> actual = new HashMap<>();
        SimulatedStore.buckets(phone.disk()).forEach((id, bucket) -> {
            Map<RecordId, String> rows = new HashMap<>();
            bucket.rows().forEach((record, row) -> rows.put(record, row.rev() + " " + row.groups()));
            actual.put(id, rows);
        });
        Violation.unless(
                actual.keySet().equals(expected.keySet()),
                "no row without a grant, and none missing",
                () -> phone + " holds " + actual.keySet() + " and is granted " + expected.keySet());
        Violation.unless(
                actual.equals(expected), "at rest all contents agree", () -> phone + " " + actual + " but " + expected);
    }

    /** Rules: R-SHARE, R-REF. */
    private void whoeverAnswersHoldsTheDossier() {
        for (RecordRow row : world.service().view().records()) {
            if (row.kind().equals(RecordKind.REFERENT_TERM.code()) && !row.deleted()) {
                ReferentTerm.Term term = row.groups().as(ReferentTerm.class).term();
                Violation.unless(
                        term.until() != null
                                || world.service().view().grants(term.worker()).containsKey(row.bucket()),
                        "whoever answers for a dossier holds it",
                        () -> term + " does not hold " + row.bucket());
            }
        }
    }

    /** One more run of a phone costs one request, once its access is fresh. */
    private void nothingFetchesInALoop() {
        for (Phone phone : world.phones()) {
            run(phone);
            world.signInAgain(phone);
            run(phone);
            int before = world.requests();
            run(phone);
            Violation.unless(
                    world.requests() - before == 1 && phone.lastResult().isEmpty(),
                    "at rest nothing fetches in a loop",
                    () -> phone + " made " + (world.requests() - before) + " requests, " + phone.lastResult());
        }
    }

    private void run(Phone phone) {
        phone.sync();
        drain();
    }
}
