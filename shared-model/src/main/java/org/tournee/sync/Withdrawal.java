package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bucket that a worker may not hold any more, and that a phone has not said to have given back.
 *
 * @param grantEpoch of the grant that ended
 * @param erased true where its dossier was erased: nothing of it stays, not even what was begun there; null otherwise.
 *     Rule: R-GDPR
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Withdrawal(
        BucketId bucket, long grantEpoch, @Nullable Boolean erased) {

    public Withdrawal {
        Objects.requireNonNull(bucket, "bucket");
    }

    /** Of a dossier that goes on. */
    public Withdrawal(BucketId bucket, long grantEpoch) {
        this(bucket, grantEpoch, null);
    }

    public boolean isErased() {
        return Boolean.TRUE.equals(erased);
    }
}
