package org.tournee.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mandate.MandateEnd;
import org.tournee.mobile.store.BucketState;
import org.tournee.mobile.store.SimulatedStore;
import org.tournee.mobile.store.SimulatedStore.Bucket;
import org.tournee.mobile.store.SimulatedStore.Waiting;
import org.tournee.server.store.RecordRow;
import org.tournee.server.sync.LedgerView;
import org.tournee.sync.Action;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;

/** What holds of every phone, after every step. */
final class PhoneInvariants {

    private final World world;
    private final Map<Phone, Integer> commits = new HashMap<>();
    private final Map<LedgerView.Departed, Long> departures = new HashMap<>();
    private final DocumentInvariants documents;
    private int restores;

    PhoneInvariants(World world) {
        this.world = world;
        this.documents = new DocumentInvariants(world);
    }

    /** @param all also those on which nothing was written since */
    void check(boolean all) {
        noteDepartures();
        world.forgetWhatMisled();
        boolean any = false;
        for (Phone phone : world.phones()) {
            Integer known = commits.put(phone, phone.disk().commits());
            if (all || known == null || known != phone.disk().commits()) {
                any = true;
                check(phone);
            }
            documents.check(phone);
        }
        if (any) {
            nothingSavedIsLost();
        }
    }

    /** What holds too while the server was set back and does not know it. */
    void checkWhatIsSeenTogether() {
        world.phones().stream()
                .filter(phone -> phone.store().cursors().values().stream().allMatch(BucketState::intact))
                .forEach(this::whatWasSavedTogetherIsSeenTogether);
    }

    /** They are told for half a year; that they happened is known here for good. */
    private void noteDepartures() {
        if (restores != world.restores().count()) {
            restores = world.restores().count();
            departures.clear();
        }
        departures.putAll(world.service().view().departures());
    }

    private void check(Phone phone) {
        Map<BucketId, Bucket> buckets = SimulatedStore.buckets(phone.disk());
        hasEverythingUpToItsCursors(phone, buckets);
        holdsNothingThatItSaidToHaveGivenBack(phone, buckets);
        if (buckets.values().stream().allMatch(Bucket::intact)) { // else it shows what could be read, and fetches again
            ownWritesAreSeen(phone, buckets);
            whatWasSavedTogetherIsSeenTogether(phone);
            new PreparedInvariants(phone, buckets)
                    .check(waiting -> waiting.outcome() != null && !isAhead(waiting.outcome(), buckets));
        }
        synchronisedOnlyWhereTheServerHoldsAll(phone);
    }

    /** Looked at in the moment of saving, for what was saved after that number. */
    static void baseRevisionsWerePulled(Phone phone, long after) {
        Map<RecordId, Set<Long>> revs = new HashMap<>(); // in a dossier that was merged, and where it went
        SimulatedStore.buckets(phone.disk())
                .values()
                .forEach(bucket -> bucket.rows()
                        .forEach((id, row) -> revs.computeIfAbsent(id, record -> new HashSet<>())
                                .add(row.rev())));
        SimulatedStore.outbox(phone.disk()).stream()
                .map(Waiting::operation)
                .filter(operation -> operation.opSeq() > after && operation.action() != Action.CREATE)
                .forEach(operation -> Violation.unless(
                        revs.getOrDefault(operation.recordId(), Set.of(0L)).contains(operation.baseRev()),
                        "the base revision is the last one pulled, never one merely acknowledged",
                        () -> phone + " " + operation));
    }

    /** Promise 1. */
    private void nothingSavedIsLost() {
        Set<String> nowhere = world.saved().nowhere(world.held(), world.phones());
        Violation.unless(
                nowhere.isEmpty(),
                "what a worker saved is in the outbox or in the log",
                () -> world.saved().operations().get(nowhere.iterator().next()).toString());
    }

    private boolean isOfThisEpoch(Phone phone) {
        return SimulatedStore.epoch(phone.disk()).equals(world.service().view().epoch());
    }

    private void hasEverythingUpToItsCursors(Phone phone, Map<BucketId, Bucket> buckets) {
        if (!isOfThisEpoch(phone)) {
            return;
        }
        Map<BucketId, Long> grants = world.service().view().grants(phone.worker());
        Map<BucketId, Map<RecordId, RecordRow>> server = new HashMap<>();
        for (RecordRow row : world.service().view().records()) {
            server.computeIfAbsent(row.bucket(), id -> new HashMap<>()).put(row.id(), row);
        }
        buckets.forEach((id, bucket) -> {
            if (bucket.intact() && grants.getOrDefault(id, -1L) == bucket.grantEpoch()) {
                Map<RecordId, RecordRow> rows = server.getOrDefault(id, Map.of());
                rows.values().forEach(row -> holds(phone, bucket, row));
                bucket.rows().values().forEach(row -> isOrWas(phone, id, bucket, row, rows.get(row.id())));
            }
        });
    }

    /** Promise 4. Of two copies of a phone one may say so while the other still holds it, until each has its own stream. */
    private void holdsNothingThatItSaidToHaveGivenBack(Phone phone, Map<BucketId, Bucket> buckets) {
        if (!world.isAloneOnItsStream(phone)) {
            return;
        }
        for (LedgerView.Owed owed : world.service().view().owed()) {
            Bucket held = buckets.get(owed.what().bucket());
            Violation.unless(
                    held == null
                            || owed.owing() != LedgerView.Owing.ACKNOWLEDGED
                            || !owed.stream().equals(phone.stream())
                            || held.grantEpoch() != owed.what().grantEpoch(),
                    "no row after an acknowledged withdrawal",
                    () -> phone + " still holds " + owed.what());
        }
    }

    private static void holds(Phone phone, Bucket bucket, RecordRow row) {
        if (row.position() > bucket.reached()) {
            return;
        }
        FeedRow held = bucket.rows().get(row.id());
        boolean same = row.deleted()
                ? held == null
                : held != null
                        && held.rev() == row.rev()
                        && held.groups().equals(row.groups().json());
        Violation.unless(
                same,
                "a phone at cursor s has every change up to s",
                () -> phone + " at " + bucket.reached() + ": " + row.kind() + " " + row.id() + " of " + row.position());
    }

    private void isOrWas(Phone phone, BucketId id, Bucket bucket, FeedRow held, @Nullable RecordRow row) {
        long left = departures.getOrDefault(new LedgerView.Departed(id, held.id()), 0L);
        boolean isOrWas = row == null
                ? left > bucket.reached()
                : row.position() == held.position() || row.position() > bucket.reached();
        Violation.unless(
                isOrWas,
                "a phone holds nothing that the server never had",
                () -> phone + " at " + bucket.reached() + ": " + held.id() + " of " + held.position());
    }

    /** What waits, or took effect where the phone's rows do not reach yet, is what is seen. */
    private void ownWritesAreSeen(Phone phone, Map<BucketId, Bucket> buckets) {
        if (!isOfThisEpoch(phone)) {
            return; // it shows what it was told by a server that was set back since
        }
        if (!world.isAloneOnItsStream(phone)) {
            return; // what another phone saved under the same name was never this one's
        }
        Map<RecordId, Map<String, Optional<String>>> mine = new HashMap<>();
        Map<String, Outcome> outcomes = world.outcomes();
        for (Map.Entry<String, Operation> saved : world.saved().operations().entrySet()) {
            Operation operation = saved.getValue();
            Outcome outcome = outcomes.get(saved.getKey());
            boolean isMine = operation.streamId().equals(phone.stream());
            if (isMine && outcome != null && !isAhead(outcome, buckets)) {
                // The rows show it already, and what was written before it is not to be seen any more.
                mine.getOrDefault(operation.recordId(), new HashMap<>())
                        .keySet()
                        .removeAll(written(operation));
            } else if (isMine) {
                if (operation.action() == Action.COMMAND) {
                    continue; // asked for, and never shown as done
                }
                if (operation.action() == Action.SETTLE || operation.action() == Action.DELETE) {
                    return; // they write to other records, or to all of one: what that looks like is the rest's to say
                }
                Map<String, Optional<String>> groups =
                        mine.computeIfAbsent(operation.recordId(), record -> new HashMap<>());
                operation.groups().forEach((group, change) -> groups.put(group, Optional.ofNullable(change.value())));
            }
        }
        Map<RecordId, Groups> seen = seen(phone);
        mine.forEach((id, groups) -> {
            Groups shown = seen.get(id);
            if (shown != null) {
                groups.forEach((group, value) -> Violation.unless(
                        Groups.sameValue(shown.get(group), value.orElse(null)),
                        "a worker always sees their own writes",
                        () -> phone + " " + id + " shows " + shown.get(group) + " and wrote " + value));
            }
        });
    }

    /** Of commands, what one that is done may have written. */
    private static Set<String> written(Operation operation) {
        return operation.action() == Action.COMMAND
                ? Set.of(MandateEnd.GROUP)
                : operation.groups().keySet();
    }

    private static boolean isAhead(Outcome outcome, Map<BucketId, Bucket> buckets) {
        Bucket bucket = outcome.bucket() == null ? null : buckets.get(outcome.bucket());
        return bucket != null && outcome.position() > bucket.reached();
    }

    private static Map<RecordId, Groups> seen(Phone phone) {
        Map<RecordId, Groups> seen = new HashMap<>();
        Set<RecordId> twice = new HashSet<>(); // in a dossier that was merged, and where it went
        for (DossierContents dossier : phone.store().dossiers()) {
            Stream.of(
                            List.of(dossier.dossier()),
                            dossier.persons(),
                            dossier.bilanItems(),
                            dossier.requests(),
                            dossier.mandates(),
                            dossier.visits(),
                            dossier.rightsCheckups(),
                            dossier.rightChecks())
                    .flatMap(List::stream)
                    .filter(entry -> seen.put(entry.id(), Groups.of(entry.value())) != null)
                    .forEach(entry -> twice.add(entry.id()));
        }
        seen.keySet().removeAll(twice);
        return seen;
    }

    private void whatWasSavedTogetherIsSeenTogether(Phone phone) {
        for (World.Pair pair : world.pairs()) {
            List<RecordId> there = new ArrayList<>();
            phone.store()
                    .dossier(pair.dossier())
                    .ifPresent(dossier -> dossier.contacts().stream()
                            .map(Entry::id)
                            .filter(pair.entries()::contains)
                            .forEach(there::add));
            boolean mayDiffer = pair.mixed() && !phone.worker().equals(pair.author());
            Violation.unless(
                    mayDiffer
                            || there.isEmpty()
                            || there.size() == pair.entries().size(),
                    "what was saved together is seen together",
                    () -> phone + " sees only " + there + " of " + pair);
        }
    }

    /** Promise 3. */
    private void synchronisedOnlyWhereTheServerHoldsAll(Phone phone) {
        if (phone.store().waiting().operations() > 0) {
            return;
        }
        Set<String> held = world.held();
        for (Waiting waiting : SimulatedStore.outbox(phone.disk())) {
            Violation.unless(
                    held.contains(Saved.hash(waiting)),
                    "synchronised is shown only where the server holds everything",
                    () -> phone + " " + waiting.operation().opSeq());
        }
    }
}
