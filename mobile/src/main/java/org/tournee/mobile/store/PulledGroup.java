package org.tournee.mobile.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;

/**
 * Rows that become visible together: of all buckets of some dossiers, up to one snapshot of the server.
 *
 * @param grantEpochs the buckets and the grants under which they were fetched
 * @param fresh those fetched from their beginning: what was held of them goes
 * @param rows of each record of a bucket, the last one received
 * @param upto by bucket, the position up to which nothing is missing
 */
public record PulledGroup(
        Map<BucketId, Long> grantEpochs, Set<BucketId> fresh, List<PulledRow> rows, Map<BucketId, Long> upto) {

    public PulledGroup {
        grantEpochs = Map.copyOf(grantEpochs);
        fresh = Set.copyOf(fresh);
        rows = newest(rows);
        upto = Map.copyOf(upto);
    }

    /**
     * The same, and nothing of those buckets, which are kept with their grants: what is not granted of a dossier any more
     * may hold the other half of what was saved together.
     */
    public PulledGroup emptying(Map<BucketId, Long> others) {
        Map<BucketId, Long> all = new HashMap<>(grantEpochs);
        all.putAll(others);
        Set<BucketId> allFresh = new HashSet<>(fresh);
        allFresh.addAll(others.keySet());
        return new PulledGroup(all, allFresh, rows, upto);
    }

    /** The same, of those buckets alone. */
    PulledGroup only(Set<BucketId> buckets) {
        Map<BucketId, Long> grants = new HashMap<>(grantEpochs);
        grants.keySet().retainAll(buckets);
        Set<BucketId> begun = new HashSet<>(fresh);
        begun.retainAll(buckets);
        Map<BucketId, Long> reached = new HashMap<>(upto);
        reached.keySet().retainAll(buckets);
        List<PulledRow> left = rows.stream()
                .filter(row -> buckets.contains(row.row().bucket()))
                .toList();
        return new PulledGroup(grants, begun, left, reached);
    }

    /** A record that changed between two pages came twice: its last state counts, deletion included. */
    private static List<PulledRow> newest(List<PulledRow> rows) {
        Map<Place, PulledRow> newest = new LinkedHashMap<>();
        for (PulledRow row : rows) {
            Place place = new Place(row.row().bucket(), row.row().id());
            newest.remove(place);
            newest.put(place, row);
        }
        return List.copyOf(newest.values());
    }

    private record Place(BucketId bucket, RecordId id) {}

    /** The rows by bucket, in the order received. */
    Map<BucketId, List<PulledRow>> byBucket() {
        Map<BucketId, List<PulledRow>> byBucket = new HashMap<>();
        for (PulledRow row : rows) {
            byBucket.computeIfAbsent(row.row().bucket(), bucket -> new ArrayList<>())
                    .add(row);
        }
        return byBucket;
    }
}
