package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.Objects;

/** A phone tells that a bucket fetched from its beginning still has another checksum than the server says. */
@Json(naming = Json.Naming.LowerUnderscore)
public record ChecksumAlarm(StreamId streamId, BucketId bucket) {

    public ChecksumAlarm {
        Objects.requireNonNull(streamId, "streamId");
        Objects.requireNonNull(bucket, "bucket");
    }
}
