package org.tournee.sync;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a field group last, and who wrote it last among the others: all that is needed to tell whether somebody
 * else wrote after a revision.
 *
 * @param lastRev the revision of the last write; 0 for none
 * @param otherRev the last revision written by another stream than {@code last}; 0 for none
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record GroupWriters(long lastRev, @Nullable StreamId last, long otherRev) {

    public static final GroupWriters NONE = new GroupWriters(0, null, 0);

    /** Whether a stream other than {@code stream} wrote the group after revision {@code baseRev}. */
    public boolean wroteAfter(long baseRev, StreamId stream) {
        long others = stream.equals(last) ? otherRev : lastRev;
        return others > baseRev;
    }

    /** The writers once {@code stream} wrote revision {@code rev}. */
    public GroupWriters writtenBy(StreamId stream, long rev) {
        boolean sameStream = last == null || stream.equals(last);
        return new GroupWriters(rev, stream, sameStream ? otherRev : lastRev);
    }
}
