package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The first line of a pull's answer: what the worker is entitled to, in one snapshot.
 *
 * @param digest over epoch, buckets, heads, grants and withdrawals: equal digests mean that nothing is new
 * @param unchanged the digest sent still holds; {@code buckets} is empty then
 * @param buckets those granted, what is due within 14 days first; with cursors, those asked for and the
 *     others of their dossiers
 * @param withdrawn what this phone has to give back, and has not said that it did
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Manifest(
        String epoch,
        Instant serverTime,
        String digest,
        boolean unchanged,
        List<GrantedBucket> buckets,
        List<Withdrawal> withdrawn) {

    public Manifest {
        Objects.requireNonNull(epoch, "epoch");
        Objects.requireNonNull(serverTime, "serverTime");
        Objects.requireNonNull(digest, "digest");
        buckets = List.copyOf(buckets);
        withdrawn =
                List.copyOf(Objects.requireNonNullElse(withdrawn, List.of())); // an older server says nothing of it;
    }
}
