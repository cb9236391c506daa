package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.Objects;

/**
 * A bucket that a worker may not hold any more, and that a phone has not said to have given back.
 *
 * @param grantEpoch of the grant that ended
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Withdrawal(BucketId bucket, long grantEpoch) {

    public Withdrawal {
        Objects.requireNonNull(bucket, "bucket");
    }
}
