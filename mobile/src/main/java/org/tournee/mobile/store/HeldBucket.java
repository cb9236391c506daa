package org.tournee.mobile.store;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tournee.sync.BucketId;
import org.tournee.sync.Checksum;
import org.tournee.sync.RecordId;

/**
 * A bucket and its rows; never changed, replaced by another.
 *
 * @param seq its number in the file
 * @param state how far it got: the cursor is the position of the last row stored, never the server's head; {@code upto}
 *     is above it where the head was taken by something else than a row
 */
record HeldBucket(BucketId id, long seq, BucketState state, Map<RecordId, HeldRow> rows) {

    HeldBucket {
        rows = Collections.unmodifiableMap(rows);
    }

    /** One of which nothing was fetched yet. */
    static HeldBucket empty(BucketId id, long seq) {
        return new HeldBucket(id, seq, BucketState.NONE, Map.of());
    }

    long grantEpoch() {
        return state.grantEpoch();
    }

    /** The position up to which it holds everything. */
    long reached() {
        return state.reached();
    }

    Collection<HeldRow> all() {
        return rows.values();
    }

    /** The bucket once these rows arrived; {@code fresh}: it was fetched again from its beginning. */
    HeldBucket with(boolean fresh, List<PulledRow> pulled, long grantEpoch, long cursor, long upto) {
        Map<RecordId, HeldRow> now = fresh ? new LinkedHashMap<>() : new LinkedHashMap<>(rows);
        Checksum sum = fresh ? Checksum.NONE : state.checksum();
        for (PulledRow row : pulled) {
            RecordId record = row.row().id();
            HeldRow before = row.row().deleted() ? now.remove(record) : now.put(record, HeldRow.of(row));
            if (before != null) {
                sum = sum.minus(before.checksum());
            }
            sum = sum.plus(row.checksum());
        }
        BucketState next = new BucketState(grantEpoch, cursor, upto, sum, fresh || state.intact());
        return new HeldBucket(id, seq, next, now);
    }
}
