package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a push; the operations follow, one a line, as the phone stored them.
 *
 * @param epoch the last server epoch that the phone knows
 * @param clock what the phone's clock says: measured, never used for order. Rule: R-CLK
 * @param acknowledged the last operation that the server told this phone to hold; null where it says nothing of that
 * @param resumeFrom where the server lacks operations that this phone no longer has: the first that it has; else null
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record PushHeader(
        StreamId streamId,
        String epoch,
        Instant clock,
        @Nullable Long acknowledged,
        @Nullable Long resumeFrom) {

    /** The header of whoever says no more than who sends. */
    public PushHeader(StreamId streamId, String epoch, Instant clock) {
        this(streamId, epoch, clock, null, null);
    }

    public PushHeader {
        Objects.requireNonNull(streamId, "streamId");
        Objects.requireNonNull(epoch, "epoch");
        Objects.requireNonNull(clock, "clock");
    }
}
