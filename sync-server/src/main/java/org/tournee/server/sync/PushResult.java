package org.tournee.server.sync;

import java.util.List;
import org.tournee.sync.Outcome;
import org.tournee.sync.StreamId;

/** What came of a push. */
public sealed interface PushResult {

    /**
     * Whatever arrived complete is held.
     *
     * @param lastOpSeq the last operation that the server holds of the stream
     * @param durableOpSeq the last one that a restore cannot lose
     * @param outcomes of the operations sent, in their order; those of an incomplete last transaction are missing
     */
    record Held(String epoch, long lastOpSeq, long durableOpSeq, List<Outcome> outcomes) implements PushResult {}

    /** Operations are missing before those sent; {@code expected} is the first. */
    record Gap(long expected) implements PushResult {}

    /** A cloned or rolled-back phone: the bytes are kept as evidence and the stream takes nothing more. */
    record Forked(long opSeq) implements PushResult {}

    /** The stream was revoked or frozen before. */
    record Closed(StreamId stream, boolean frozen) implements PushResult {}

    /** There is no such stream. */
    record UnknownStream() implements PushResult {}

    /** An operation was written by a newer app than this server knows: nothing of it was taken. */
    record SchemaNewer(int schema) implements PushResult {}
}
