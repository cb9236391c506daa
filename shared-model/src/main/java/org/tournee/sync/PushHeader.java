package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Objects;

/**
 * The first line of a push; the operations follow, one a line, as the phone stored them.
 *
 * @param epoch the last server epoch that the phone knows
 * @param clock what the phone's clock says: measured, never used for order. Rule: R-CLK
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record PushHeader(StreamId streamId, String epoch, Instant clock) {

    public PushHeader {
        Objects.requireNonNull(streamId, "streamId");
        Objects.requireNonNull(epoch, "epoch");
        Objects.requireNonNull(clock, "clock");
    }
}
