package org.tournee.mobile.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.store.BucketState;
import org.tournee.sync.BucketId;
import org.tournee.sync.Checksum;
import org.tournee.sync.GrantedBucket;

/**
 * What to fetch, in what order: first what belongs to no dossier (profile, catalogue, workers, partners, returned changes), then
 * dossiers in the order of the manifest, a few together, each with all its buckets.
 */
record FetchPlan(List<Group> groups) {

    /** How many dossiers become visible together: few enough to be usable soon, enough for one commit to pay. */
    static final int DOSSIERS = 20;

    FetchPlan {
        groups = List.copyOf(groups);
    }

    /**
     * Buckets that are fetched and stored together.
     *
     * @param cursors where each begins; 0 for those fetched from their beginning
     * @param fresh those of which nothing held is to stay
     */
    record Group(int dossiers, List<GrantedBucket> buckets, Map<BucketId, Long> cursors, Set<BucketId> fresh) {

        long cursor(GrantedBucket bucket) {
            return cursors.getOrDefault(bucket.bucket(), 0L);
        }

        /** Its buckets, as a later manifest tells them. */
        List<GrantedBucket> of(List<GrantedBucket> manifest) {
            Set<BucketId> ids = new HashSet<>();
            buckets.forEach(bucket -> ids.add(bucket.bucket()));
            return manifest.stream()
                    .filter(bucket -> ids.contains(bucket.bucket()))
                    .toList();
        }

        /**
         * Whether a later manifest still grants all of it in the same way, and nothing more of its dossiers: a bucket that
         * appeared meanwhile may hold the other half of what was saved together.
         */
        boolean stillGrantedBy(List<GrantedBucket> manifest) {
            Map<BucketId, GrantedBucket> now = new HashMap<>();
            near(buckets, manifest).forEach(bucket -> now.put(bucket.bucket(), bucket));
            return now.size() == buckets.size()
                    && buckets.stream().allMatch(planned -> {
                        GrantedBucket granted = now.get(planned.bucket());
                        return granted != null
                                && granted.grantEpoch() == planned.grantEpoch()
                                && (granted.floor() == planned.floor() || fresh.contains(planned.bucket()));
                    });
        }

        /** Its buckets of the dossiers of those: what belongs together is fetched together. */
        List<GrantedBucket> around(List<GrantedBucket> some) {
            return near(some, buckets);
        }

        private static List<GrantedBucket> near(List<GrantedBucket> some, List<GrantedBucket> all) {
            Set<BucketId> ids = new HashSet<>();
            Set<DossierId> dossiers = new HashSet<>();
            some.forEach(bucket -> {
                ids.add(bucket.bucket());
                bucket.bucket().dossier().ifPresent(dossiers::add);
            });
            return all.stream()
                    .filter(bucket -> ids.contains(bucket.bucket())
                            || bucket.bucket()
                                    .dossier()
                                    .filter(dossiers::contains)
                                    .isPresent())
                    .toList();
        }
    }

    /** Whether the phone holds all of the bucket, and yet other rows than the server says. */
    static boolean differs(GrantedBucket bucket, BucketState state) {
        Checksum checksum = bucket.checksum();
        return checksum != null && state.reached() == bucket.head() && !checksum.equals(state.checksum());
    }

    /** Those of a group that are fetched from their beginning, whatever is held of them. */
    static Group fromTheBeginning(List<GrantedBucket> buckets) {
        Set<BucketId> ids = new HashSet<>();
        buckets.forEach(bucket -> ids.add(bucket.bucket()));
        return new Group(0, List.copyOf(buckets), Map.of(), ids);
    }

    static FetchPlan of(List<GrantedBucket> manifest, Map<BucketId, BucketState> held) {
        List<GrantedBucket> shared = new ArrayList<>();
        Map<DossierId, List<GrantedBucket>> dossiers = new LinkedHashMap<>();
        for (GrantedBucket bucket : manifest) {
            Optional<DossierId> dossier = bucket.bucket().dossier();
            dossier.map(id -> dossiers.computeIfAbsent(id, first -> new ArrayList<>()))
                    .orElse(shared)
                    .add(bucket);
        }
        List<Group> groups = new ArrayList<>();
        if (anyNew(shared, held)) {
            groups.add(group(0, shared, held));
        }
        List<List<GrantedBucket>> wanted = dossiers.values().stream()
                .filter(buckets -> anyNew(buckets, held))
                .toList();
        for (int from = 0; from < wanted.size(); from += DOSSIERS) {
            List<List<GrantedBucket>> together = wanted.subList(from, Math.min(from + DOSSIERS, wanted.size()));
            groups.add(group(
                    together.size(), together.stream().flatMap(List::stream).toList(), held));
        }
        return new FetchPlan(groups);
    }

    /** How many dossiers have something new. */
    int dossiers() {
        return groups.stream().mapToInt(Group::dossiers).sum();
    }

    private static boolean anyNew(List<GrantedBucket> buckets, Map<BucketId, BucketState> held) {
        return buckets.stream().anyMatch(bucket -> {
            BucketState state = held.get(bucket.bucket());
            return state == null
                    || mustBeginAgain(bucket, state)
                    || bucket.head() != state.reached()
                    || differs(bucket, state);
        });
    }

    /** Another grant, rows that were damaged here, or a cursor from before the tombstones that the server still has. */
    private static boolean mustBeginAgain(GrantedBucket bucket, BucketState state) {
        return !state.intact() || bucket.grantEpoch() != state.grantEpoch() || state.reached() < bucket.floor();
    }

    private static Group group(int dossiers, List<GrantedBucket> buckets, Map<BucketId, BucketState> held) {
        Map<BucketId, Long> cursors = new HashMap<>();
        Set<BucketId> fresh = new HashSet<>();
        for (GrantedBucket bucket : buckets) {
            BucketState state = held.get(bucket.bucket());
            if (state == null || mustBeginAgain(bucket, state)) {
                fresh.add(bucket.bucket());
            } else {
                // A head below what was reached is shown to the server: it was set back, and does not know it.
                boolean setBack = bucket.head() < state.reached();
                cursors.put(bucket.bucket(), setBack ? state.reached() : state.cursor());
            }
        }
        return new Group(dossiers, List.copyOf(buckets), cursors, fresh);
    }
}
