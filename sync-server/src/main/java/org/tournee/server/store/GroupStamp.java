package org.tournee.server.store;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.GroupWriters;
import org.tournee.sync.StreamId;

/**
 * Who wrote a field group last, and when: what a conflict tells of the value that is current.
 *
 * @param by null where the server wrote it
 * @param receivedAt null where nobody wrote it since the record was made by the server
 */
public record GroupStamp(
        GroupWriters writers,
        @Nullable WorkerId by,
        @Nullable Instant receivedAt,
        @Nullable Instant occurredAt) {

    public static final GroupStamp NONE = new GroupStamp(GroupWriters.NONE, null, null, null);

    public GroupStamp {
        Objects.requireNonNull(writers, "writers");
    }

    /** The stamp once {@code stream} wrote revision {@code rev}. */
    public GroupStamp writtenBy(
            StreamId stream, long rev, WorkerId worker, Instant received, @Nullable Instant occurred) {
        return new GroupStamp(writers.writtenBy(stream, rev), worker, received, occurred);
    }
}
