package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Objects;

/**
 * Asks which operations of a stream the server holds: at most {@link Limits#PUSH_OPERATIONS} in one question.
 *
 * @param streamId one of the worker's own, also one that is frozen or was succeeded
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record HeldRequest(StreamId streamId, List<Claim> operations) {

    public HeldRequest {
        Objects.requireNonNull(streamId, "streamId");
        operations = List.copyOf(operations);
    }

    /**
     * An operation as the phone knows it.
     *
     * @param hash of its bytes: another hash under the same number is another operation
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Claim(long opSeq, String hash) {

        public Claim {
            Objects.requireNonNull(hash, "hash");
        }
    }
}
