package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the server stands towards a stream.
 *
 * @param epoch random; another one after a restore
 * @param lastHash of the operation {@code lastOpSeq}: a copy of the phone may have said another one under that number;
 *     null where the server does not tell
 * @param pullSchemaMin the oldest model that may still pull; pushing is accepted at any age
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Session(
        String epoch,
        long lastOpSeq,
        @Nullable String lastHash,
        long durableOpSeq,
        Instant serverTime,
        int pullSchemaMin) {

    public Session {
        Objects.requireNonNull(epoch, "epoch");
        Objects.requireNonNull(serverTime, "serverTime");
    }
}
