package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks what is new. With {@code digest} alone, the answer is the manifest, or nothing where the digest still holds.
 * With {@code cursors}, the answer has the rows after them, for those buckets only, in the order given.
 *
 * @param digest of the last manifest that was stored, null for none
 * @param parts what the phone holds, by {@link ManifestParts#digests()}: where the digest does not hold, the answer then
 *     has those parts alone that differ; null asks for the whole manifest
 * @param cursors last position stored by bucket
 * @param schema the version of the model that the app reads; null counts as the first
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record PullRequest(
        StreamId streamId,
        String epoch,
        @Nullable String digest,
        @Nullable List<String> parts,
        @Nullable Map<String, Long> cursors,
        @Nullable Integer schema) {

    public PullRequest {
        Objects.requireNonNull(streamId, "streamId");
        Objects.requireNonNull(epoch, "epoch");
    }
}
