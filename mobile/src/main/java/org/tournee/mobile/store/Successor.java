package org.tournee.mobile.store;

import io.avaje.jsonb.Json;
import java.util.Objects;
import org.tournee.sync.StreamId;

/**
 * The stream with which a file goes on after it was cloned or rolled back: kept before the server is asked for it, so
 * that a lost answer makes no second one.
 *
 * @param signingKey its private Ed25519 key, 32 bytes in Base64
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Successor(StreamId streamId, String signingKey) {

    public Successor {
        Objects.requireNonNull(streamId, "streamId");
        Objects.requireNonNull(signingKey, "signingKey");
    }

    /** Without the key: it may get into a log. */
    @Override
    public String toString() {
        return "Successor[" + streamId + "]";
    }
}
