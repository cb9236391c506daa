package org.tournee.server.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;

/**
 * One delivery under quarantine, without what is in it.
 *
 * @param hash of the sealed bytes, which with {@code firstSeq} names it within its stream
 * @param decidedBy null while it waits
 * @param stated why it was decided so; null while it waits, and where its author's key is gone
 */
public record Quarantined(
        long firstSeq,
        long lastSeq,
        String hash,
        Quarantine.Reason reason,
        Instant receivedAt,
        Quarantine.State state,
        @Nullable WorkerId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String stated) {

    /** How many operations its phone said that it holds. */
    public long operations() {
        return lastSeq - firstSeq + 1;
    }
}
