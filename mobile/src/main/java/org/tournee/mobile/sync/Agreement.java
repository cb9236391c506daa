package org.tournee.mobile.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tournee.mobile.store.BucketState;
import org.tournee.sync.BucketId;
import org.tournee.sync.GrantedBucket;

/**
 * Whether the phone gets the rows that the server has, by the checksums of their buckets. A bucket that would differ is
 * fetched from its beginning once; one that still differs raises an alarm, and is left alone until its head moves.
 */
final class Agreement {

    /** The heads at which an alarm was raised. */
    private final Map<BucketId, Long> alarmed = new HashMap<>();

    private final Set<BucketId> untold = new HashSet<>();

    /** The manifest to plan by: an alarm that stands is no reason to fetch anything. */
    List<GrantedBucket> known(List<GrantedBucket> manifest) {
        return manifest.stream()
                .map(bucket -> isKnown(bucket)
                        ? new GrantedBucket(bucket.bucket(), bucket.head(), bucket.grantEpoch(), bucket.floor(), null)
                        : bucket)
                .toList();
    }

    private boolean isKnown(GrantedBucket bucket) {
        return Long.valueOf(bucket.head()).equals(alarmed.get(bucket.bucket()));
    }

    /** Those that would hold something else than the server has, and of which no alarm says so already. */
    List<GrantedBucket> differing(List<GrantedBucket> fetched, Map<BucketId, BucketState> wouldBe) {
        return fetched.stream()
                .filter(bucket -> differs(bucket, wouldBe) && !isKnown(bucket))
                .toList();
    }

    /** They are stored: an alarm ends where they agree. */
    void stored(List<GrantedBucket> fetched, Map<BucketId, BucketState> stored) {
        fetched.stream()
                .filter(bucket -> stored.containsKey(bucket.bucket()) && !differs(bucket, stored))
                .forEach(bucket -> {
                    alarmed.remove(bucket.bucket());
                    untold.remove(bucket.bucket());
                });
    }

    private static boolean differs(GrantedBucket bucket, Map<BucketId, BucketState> states) {
        return FetchPlan.differs(bucket, states.getOrDefault(bucket.bucket(), BucketState.NONE));
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
