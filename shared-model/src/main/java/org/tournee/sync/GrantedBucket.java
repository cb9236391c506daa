package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bucket that a worker may hold.
 *
 * @param head the last position taken in it
 * @param grantEpoch grows each time the worker enters the bucket again; rows of an older grant are fetched again
 * @param floor a cursor below it fetches the bucket again from 0: tombstones before it are gone
 * @param checksum of its living rows at {@code head}; null where the server has not counted them yet
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record GrantedBucket(
        BucketId bucket,
        long head,
        long grantEpoch,
        long floor,
        @Nullable Checksum checksum) {

    public GrantedBucket {
        Objects.requireNonNull(bucket, "bucket");
    }
}
