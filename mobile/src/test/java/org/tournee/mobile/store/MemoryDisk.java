package org.tournee.mobile.store;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tournee.mobile.store.StoreException.Problem;
import org.tournee.sync.BucketId;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.RecordId;

/** A phone's disk in memory. */
public final class MemoryDisk implements SimulatedDisk {

    private final Supplier<Fate> fates;
    private final Runnable written;
    private Kept kept;
    /** How many rows each bucket had when it was written: on a disk that is sealed with them. */
    private Map<BucketId, Integer> sizes;

    private int commits;

    private MemoryDisk(Kept kept, Map<BucketId, Integer> sizes, Supplier<Fate> fates, Runnable written) {
        this.kept = kept;
        this.sizes = sizes;
        this.fates = fates;
        this.written = written;
    }

    /**
     * A new disk.
     *
     * @param fates asked before every commit
     * @param written told after every commit
     */
    public static MemoryDisk empty(Supplier<Fate> fates, Runnable written) {
        return new MemoryDisk(
                new Kept(Map.of(), Map.of(), Chain.START, Map.of(), List.of(), List.of(), List.of()),
                Map.of(),
                fates,
                written);
    }

    @Override
    public MemoryDisk copy(Supplier<Fate> fatesOfCopy, Runnable copyWritten) {
        return new MemoryDisk(kept, sizes, fatesOfCopy, copyWritten);
    }

    @Override
    public MemoryDisk backup() {
        return copy(() -> Fate.WELL, () -> {});
    }

    @Override
    public void putBack(SimulatedDisk backup) {
        MemoryDisk other = (MemoryDisk) backup;
        kept = other.kept;
        sizes = other.sizes;
    }

    @Override
    public void damage(SplittableRandom which) {
        List<HeldBucket> some = kept.buckets().values().stream()
                .filter(bucket -> !bucket.rows().isEmpty())
                .sorted(Comparator.comparing(bucket -> bucket.id().value()))
                .toList();
        if (some.isEmpty()) {
            return;
        }
        HeldBucket bucket = some.get(which.nextInt(some.size()));
        Map<RecordId, HeldRow> rows = new LinkedHashMap<>(bucket.rows());
        rows.remove(rows.keySet().stream()
                .sorted(Comparator.comparing(RecordId::value))
                .toList()
                .get(which.nextInt(rows.size())));
        Map<BucketId, HeldBucket> buckets = new LinkedHashMap<>(kept.buckets());
        buckets.put(bucket.id(), new HeldBucket(bucket.id(), bucket.seq(), bucket.state(), rows));
        kept = with(kept, buckets);
    }

    private static Kept with(Kept kept, Map<BucketId, HeldBucket> buckets) {
        return new Kept(
                kept.facts(), kept.drafts(), kept.chain(), buckets, kept.outbox(), kept.envelopes(), kept.former());
    }

    @Override
    public void restart() {
        // What was committed is there.
    }

    @Override
    public int commits() {
        return commits;
    }

    @Override
    public Kept load() {
        boolean whole = kept.buckets().values().stream().allMatch(this::isWhole);
        return whole ? kept : opened();
    }

    private boolean isWhole(HeldBucket bucket) {
        return sizes.getOrDefault(bucket.id(), 0) == bucket.rows().size();
    }

    /** As a file is opened. */
    private Kept opened() {
        Map<BucketId, HeldBucket> buckets = new LinkedHashMap<>(kept.buckets());
        buckets.replaceAll((id, bucket) -> new HeldBucket(
                id,
                bucket.seq(),
                new BucketSeal.Sealed(id, bucket.state(), sizes.getOrDefault(id, 0)).with(bucket.all()),
                bucket.rows()));
        Map<String, String> facts = new HashMap<>(kept.facts());
        facts.remove(SealedFacts.DIGEST);
        return new Kept(facts, kept.drafts(), kept.chain(), buckets, kept.outbox(), kept.envelopes(), kept.former());
    }

    @Override
    public void commit(List<Step> steps) {
        switch (fates.get()) {
            case FULL -> throw new StoreException(Problem.DISK_FULL, new SQLException("full"));
            case BUSY -> throw new StoreException(Problem.BUSY, new SQLException("busy"));
            case POWER_LOST_BEFORE -> throw new PowerLoss();
            case POWER_LOST_AFTER -> {
                write(steps);
                throw new PowerLoss();
            }
            case WELL -> write(steps);
        }
    }

    private void write(List<Step> steps) {
        Kept next = kept;
        Map<BucketId, Integer> nextSizes = new HashMap<>(sizes);
        for (Step step : steps) {
            next = written(next, step);
            if (step instanceof Receive receive) {
                receive.buckets()
                        .forEach(bucket ->
                                nextSizes.put(bucket.id(), bucket.rows().size()));
            }
        }
        kept = next;
        sizes = nextSizes;
        commits++;
        written.run();
    }

    private static Kept written(Kept before, Step step) {
        Map<String, String> facts = new HashMap<>(before.facts());
        Map<String, DraftTable.Draft> drafts = new LinkedHashMap<>(before.drafts());
        Map<BucketId, HeldBucket> buckets = new LinkedHashMap<>(before.buckets());
        Map<Long, HeldOperation> outbox = new TreeMap<>();
        before.outbox().forEach(held -> outbox.put(held.seq(), held));
        Chain chain = before.chain();
        Map<Long, DoorEnvelope> envelopes = new TreeMap<>();
        before.envelopes().forEach(envelope -> envelopes.put(envelope.firstSeq(), envelope));
        Map<String, FormerOperation> former = new LinkedHashMap<>();
        before.former().forEach(one -> former.put(placeOf(one), one));
        switch (step) {
            case KeepFact fact -> facts.compute(fact.name(), (name, old) -> fact.value());
            case KeepDraft draft -> drafts.put(draft.form(), draft.draft());
            case ForgetDraft forgotten -> drafts.values().remove(forgotten.draft());
            case KeepChain stands -> chain = stands.chain();
            case Insert insert -> insert.made().forEach(held -> outbox.put(held.seq(), held));
            case Update update -> update.changed().forEach(held -> outbox.put(held.seq(), held));
            case LetGo letGo -> letGo.gone().forEach(held -> outbox.remove(held.seq()));
            case Receive receive ->
                receive.buckets()
                        .forEach(bucket -> buckets.put(bucket.id(), received(before, bucket, receive.group())));
            case KeepEnvelopes keep -> keep.envelopes().forEach(one -> envelopes.put(one.firstSeq(), one));
            case ForgetEnvelopes forget -> forget.envelopes().forEach(one -> envelopes.remove(one.firstSeq()));
            case Succeed succeed -> {
                outbox.clear();
                envelopes.clear();
            }
            case PutAside aside -> aside.former().forEach(one -> former.put(placeOf(one), one));
            case ForgetFormer forget -> forget.former().forEach(one -> former.remove(placeOf(one)));
            case KeepLock lock -> throw new UnsupportedOperationException("no PIN guards it");
            case KeepTries tries -> throw new UnsupportedOperationException("no PIN guards it");
            case Purge purge -> purge.buckets().forEach(bucket -> buckets.remove(bucket.id()));
        }
        return new Kept(
                facts,
                drafts,
                chain,
                buckets,
                List.copyOf(outbox.values()),
                List.copyOf(envelopes.values()),
                List.copyOf(former.values()));
    }

    private static String placeOf(FormerOperation one) {
        return one.stream() + " " + one.operation().seq();
    }

    /** Rows come from the step and from what was there, as in the tables: the bucket itself says only how far it is. */
    private static HeldBucket received(Kept before, HeldBucket bucket, PulledGroup group) {
        HeldBucket held = before.buckets().get(bucket.id());
        HeldBucket base = held == null ? HeldBucket.empty(bucket.id(), bucket.seq()) : held;
        return base.with(
                group.fresh().contains(bucket.id()),
                group.byBucket().getOrDefault(bucket.id(), List.of()),
                bucket.grantEpoch(),
                bucket.state().cursor(),
                bucket.state().upto());
    }

    @Override
    public PinTry.Guard guard() {
        throw new UnsupportedOperationException("no PIN guards it");
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public OptionalLong freeBytes() {
        return OptionalLong.empty();
    }

    @Override
    public void allowPages(int more) {
        throw new UnsupportedOperationException("Its fates say when it is full");
    }

    @Override
    public void close() {
        // What is on it stays.
    }
}
