package org.tournee.mobile.store;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;

/**
 * A bucket and its rows; never changed, replaced by another.
 *
 * @param seq its number in the file
 * @param cursor the position of the last row stored, never the server's head
 * @param upto the position up to which a whole answer said that nothing is missing; where the head was taken by
 *     something else than a row, it is above the cursor
 */
record HeldBucket(BucketId id, long seq, long grantEpoch, long cursor, long upto, Map<RecordId, HeldRow> rows) {

    HeldBucket {
        rows = Collections.unmodifiableMap(rows);
    }

    Collection<HeldRow> all() {
        return rows.values();
    }

    /** The bucket once these rows arrived; {@code fresh}: it was fetched again from its beginning. */
    HeldBucket with(boolean fresh, List<PulledRow> pulled, BucketState state) {
        Map<RecordId, HeldRow> now = fresh ? new LinkedHashMap<>() : new LinkedHashMap<>(rows);
        for (PulledRow row : pulled) {
            if (row.row().deleted()) {
                now.remove(row.row().id());
            } else {
                now.put(row.row().id(), HeldRow.of(row));
            }
        }
        return new HeldBucket(id, seq, state.grantEpoch(), state.cursor(), state.upto(), now);
    }
}
