package org.tournee.mobile.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tournee.dossier.DossierId;
import org.tournee.sync.BucketId;

/** What buckets become once a group of rows is stored: computed once, looked at before anything is seen, then kept. */
public final class PulledBuckets {

    private final Holdings before;
    private final PulledGroup group;
    private final List<HeldBucket> next;

    private PulledBuckets(Holdings before, PulledGroup group, List<HeldBucket> next) {
        this.before = before;
        this.group = group;
        this.next = List.copyOf(next);
    }

    static PulledBuckets of(Holdings held, PulledGroup group) {
        return new PulledBuckets(held, group, next(held.buckets(), group));
    }

    private static List<HeldBucket> next(Map<BucketId, HeldBucket> held, PulledGroup group) {
        Map<BucketId, List<PulledRow>> rows = group.byBucket();
        List<HeldBucket> next = new ArrayList<>();
        long free = RecordTable.nextSeq(held);
        for (Map.Entry<BucketId, Long> granted : group.grantEpochs().entrySet()) {
            BucketId id = granted.getKey();
            HeldBucket before = held.get(id);
            if (before == null) {
                before = HeldBucket.empty(id, free++);
            }
            boolean fresh = group.fresh().contains(id);
            List<PulledRow> pulled = rows.getOrDefault(id, List.of());
            long cursor = fresh ? 0 : before.state().cursor();
            for (PulledRow row : pulled) {
                cursor = Math.max(cursor, row.row().position());
            }
            long upto = group.upto().getOrDefault(id, cursor);
            next.add(before.with(fresh, pulled, granted.getValue(), cursor, upto));
        }
        return next;
    }

    /** How far each of its buckets gets, and the checksum of the rows that it then has. */
    public Map<BucketId, BucketState> states() {
        Map<BucketId, BucketState> states = new HashMap<>();
        next.forEach(bucket -> states.put(bucket.id(), bucket.state()));
        return states;
    }

    /** The same, where those buckets, and all others of their dossiers, stay as they are. */
    public PulledBuckets without(Set<BucketId> buckets) {
        Set<DossierId> dossiers = new HashSet<>();
        buckets.forEach(bucket -> bucket.dossier().ifPresent(dossiers::add));
        Set<BucketId> others = new HashSet<>(group.grantEpochs().keySet());
        others.removeIf(bucket -> buckets.contains(bucket)
                || bucket.dossier().filter(dossiers::contains).isPresent());
        return new PulledBuckets(
                before,
                group.only(others),
                next.stream().filter(bucket -> others.contains(bucket.id())).toList());
    }

    /** The rows that they are made of. */
    PulledGroup group() {
        return group;
    }

    /** The buckets over what is held now: computed again where something else was stored meanwhile. */
    List<HeldBucket> over(Holdings now) {
        return now == before ? next : next(now.buckets(), group);
    }
}
