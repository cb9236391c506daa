package org.tournee.mobile.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tournee.mobile.store.BucketState;
import org.tournee.mobile.store.SyncStore;
import org.tournee.sync.BucketId;
import org.tournee.sync.GrantedBucket;

/**
 * Whether the phone holds the rows that the server has, by the checksums of their buckets. A bucket that differs is
 * fetched from its beginning once; one that still differs raises an alarm, and is left alone until its head moves.
 */
final class Agreement {

    private final SyncStore store;
    /** The heads at which an alarm was raised. */
    private final Map<BucketId, Long> alarmed = new HashMap<>();

    private final Set<BucketId> untold = new HashSet<>();

    Agreement(SyncStore store) {
        this.store = store;
    }

    /** The manifest to plan by: an alarm that stands is no reason to fetch anything. */
    List<GrantedBucket> known(List<GrantedBucket> manifest) {
        return manifest.stream()
                .map(bucket -> Long.valueOf(bucket.head()).equals(alarmed.get(bucket.bucket()))
                        ? new GrantedBucket(bucket.bucket(), bucket.head(), bucket.grantEpoch(), bucket.floor(), null)
                        : bucket)
                .toList();
    }

    /** Those of which all is stored, and yet something else than the server has. */
    List<GrantedBucket> differing(Collection<GrantedBucket> stored) {
        Map<BucketId, BucketState> held = store.cursors();
        List<GrantedBucket> differing = new ArrayList<>();
        for (GrantedBucket bucket : stored) {
            if (FetchPlan.differs(bucket, held.getOrDefault(bucket.bucket(), BucketState.NONE))) {
                differing.add(bucket);
            } else {
                alarmed.remove(bucket.bucket());
                untold.remove(bucket.bucket());
            }
        }
        return differing;
    }

    /** They differ although they were fetched from their beginning. */
    void alarm(List<GrantedBucket> differing) {
        for (GrantedBucket bucket : differing) {
            alarmed.put(bucket.bucket(), bucket.head());
            untold.add(bucket.bucket());
        }
    }

    /** Forgets buckets that are not granted any more. */
    void keepOnly(Set<BucketId> granted) {
        alarmed.keySet().retainAll(granted);
        untold.retainAll(granted);
    }

    /** Alarms of which the server has not heard. */
    List<BucketId> untold() {
        return List.copyOf(untold);
    }

    void told(BucketId bucket) {
        untold.remove(bucket);
    }

    /** Whether no alarm stands. */
    boolean stands() {
        return alarmed.isEmpty();
    }
}
