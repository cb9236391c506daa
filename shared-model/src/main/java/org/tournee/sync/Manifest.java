package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a pull's answer: what the worker is entitled to, in one snapshot.
 *
 * @param digest over epoch, buckets, heads, grants and withdrawals: equal digests mean that nothing is new; empty where
 *     rows were asked for
 * @param unchanged the digest sent still holds; {@code buckets} is empty then
 * @param buckets those granted, what is due within 14 days first; with cursors, those asked for and the
 *     others of their dossiers
 * @param parts those of {@link ManifestParts} that {@code buckets} has, where the phone told what it holds and it differs
 *     there: in all others it holds what it may; null where {@code buckets} has everything
 * @param withdrawn what this phone has to give back, and has not said that it did
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Manifest(
        String epoch,
        Instant serverTime,
        String digest,
        boolean unchanged,
        List<GrantedBucket> buckets,
        @Nullable Set<Integer> parts,
        List<Withdrawal> withdrawn) {

    public Manifest {
        Objects.requireNonNull(epoch, "epoch");
        Objects.requireNonNull(serverTime, "serverTime");
        Objects.requireNonNull(digest, "digest");
        buckets = List.copyOf(buckets);
        parts = parts == null ? null : Set.copyOf(parts);
        withdrawn =
                List.copyOf(Objects.requireNonNullElse(withdrawn, List.of())); // an older server says nothing of it;
    }

    /** Everything that the worker may hold, where the phone holds those. */
    public Set<BucketId> granted(Set<BucketId> held) {
        Set<BucketId> granted = new HashSet<>();
        buckets.forEach(bucket -> granted.add(bucket.bucket()));
        if (parts != null) {
            held.stream()
                    .filter(bucket -> !parts.contains(ManifestParts.of(bucket)))
                    .forEach(granted::add);
        }
        return granted;
    }
}
