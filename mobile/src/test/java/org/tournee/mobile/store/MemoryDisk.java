package org.tournee.mobile.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tournee.mobile.store.StoreException.Problem;
import org.tournee.sync.BucketId;
import org.tournee.sync.DoorEnvelope;

/** A phone's disk in memory. */
public final class MemoryDisk implements SimulatedDisk {

    private final Supplier<Fate> fates;
    private final Runnable written;
    private Kept kept;
    private int commits;

    private MemoryDisk(Kept kept, Supplier<Fate> fates, Runnable written) {
        this.kept = kept;
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
                new Kept(Map.of(), Map.of(), Chain.START, Map.of(), List.of(), List.of(), List.of()), fates, written);
    }

    @Override
    public MemoryDisk copy(Supplier<Fate> fatesOfCopy, Runnable copyWritten) {
        return new MemoryDisk(kept, fatesOfCopy, copyWritten);
    }

    @Override
    public MemoryDisk backup() {
        return copy(() -> Fate.WELL, () -> {});
    }

    @Override
    public void putBack(SimulatedDisk backup) {
        kept = backup.load();
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
        return kept;
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
        for (Step step : steps) {
            next = written(next, step);
        }
        kept = next;
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
    public void allowPages(int more) {
        throw new UnsupportedOperationException("Its fates say when it is full");
    }

    @Override
    public void close() {
        // What is on it stays.
    }
}
