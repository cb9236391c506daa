package org.tournee.server.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.StreamId;

/**
 * What an operation went through. It names kinds, groups and ids; never a value.
 *
 * @param logged its row of the log
 * @param opened what its bytes say; null where they cannot be read, or their key was destroyed
 * @param skew how far the phone's clock was ahead, last time it sent
 * @param holders the streams that are to receive its effect
 * @param after what came of it
 */
record Trace(Logged logged, @Nullable Opened opened, Duration skew, List<Holder> holders, After after) {

    /**
     * A row of the log.
     *
     * @param verdict null while it is being judged
     * @param bucket where its effect is; null for none
     */
    record Logged(
            StreamId stream,
            long opSeq,
            String hash,
            @Nullable UUID tx,
            @Nullable UUID dossier,
            @Nullable UUID record,
            Instant receivedAt,
            @Nullable String verdict,
            @Nullable String reason,
            @Nullable String bucket,
            long position,
            WorkerId worker,
            String device) {}

    /** What the bytes say besides: by the worker's own statement, when it was saved. */
    record Opened(
            Instant savedAt,
            String action,
            String kind,
            List<String> groups,
            int txIndex,
            int txCount,
            long baseRev,
            int schema) {}

    /** A stream that is granted the bucket, and how far it told that it holds it. */
    record Holder(
            StreamId stream,
            WorkerId worker,
            String device,
            long position,
            @Nullable Instant toldAt) {

        boolean has(long effect) {
            return position >= effect;
        }
    }

    /** What came of it: how many conflicts are open on its record, whether it waits as returned, reminders told. */
    record After(int openConflicts, boolean waitsAsReturned, List<Reminded> reminders) {}

    /** A reminder about its record. */
    record Reminded(
            WorkerId worker, Instant toldAt, @Nullable Instant endedAt) {}
}
