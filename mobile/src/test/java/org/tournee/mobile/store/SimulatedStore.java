package org.tournee.mobile.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;

/** The phone's store over a simulated disk, and what a simulation looks at behind its interface. */
public final class SimulatedStore {

    private SimulatedStore() {}

    /** An operation that the phone keeps. */
    public record Waiting(
            Operation operation, String json, @Nullable Outcome outcome) {}

    /**
     * A bucket as it is on the disk.
     *
     * @param intact whether every row is there
     */
    public record Bucket(long grantEpoch, long reached, boolean intact, Map<RecordId, FeedRow> rows) {}

    /** Puts the beginnings of a store onto an empty disk. */
    public static void begin(SimulatedDisk disk, StreamIdentity identity, String refreshToken) {
        SqlitePhoneStore.begin(disk, identity, refreshToken);
    }

    /**
     * The store of an app that writes in that schema.
     *
     * @param schema today's, or one of before
     */
    public static SyncStore open(SimulatedDisk disk, Clock clock, SecureRandom random, int schema) {
        return SqlitePhoneStore.open(disk, clock, random, schema);
    }

    /** The operations on the disk, by number. */
    public static List<Waiting> outbox(SimulatedDisk disk) {
        List<Waiting> outbox = new ArrayList<>();
        disk.load().outbox().forEach(held -> outbox.add(new Waiting(held.operation(), held.json(), held.outcome())));
        return outbox;
    }

    /** The operations of earlier streams on the disk. */
    public static List<Operation> former(SimulatedDisk disk) {
        return disk.load().former().stream()
                .map(one -> one.operation().operation())
                .toList();
    }

    /** The buckets on the disk. */
    public static Map<BucketId, Bucket> buckets(SimulatedDisk disk) {
        Map<BucketId, Bucket> buckets = new HashMap<>();
        disk.load().buckets().forEach((id, held) -> {
            Map<RecordId, FeedRow> rows = new HashMap<>();
            held.rows().forEach((record, row) -> rows.put(record, row.read()));
            buckets.put(
                    id,
                    new Bucket(held.grantEpoch(), held.reached(), held.state().intact(), rows));
        });
        return buckets;
    }

    /** The server's epoch as the phone knows it. */
    public static String epoch(SimulatedDisk disk) {
        return disk.load().facts().getOrDefault(SealedFacts.EPOCH, "");
    }
}
