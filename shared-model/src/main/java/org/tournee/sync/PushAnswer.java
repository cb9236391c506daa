package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The answer to a push.
 *
 * @param lastOpSeq the last operation that the server holds of this stream
 * @param durableOpSeq the last one that a restore of the server cannot lose
 * @param outcomes of the operations sent, in their order
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record PushAnswer(String epoch, long lastOpSeq, long durableOpSeq, Instant serverTime, List<Outcome> outcomes) {

    public PushAnswer {
        Objects.requireNonNull(epoch, "epoch");
        Objects.requireNonNull(serverTime, "serverTime");
        outcomes = List.copyOf(outcomes);
    }
}
