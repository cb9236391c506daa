package org.tournee.mobile.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tournee.sync.BucketId;

/** What buckets become when a group of rows arrives. */
final class PulledBuckets {

    private PulledBuckets() {}

    static List<HeldBucket> of(Map<BucketId, HeldBucket> held, PulledGroup group) {
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
}
