package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;

/**
 * One record as the server has it: a line of a pull's answer after the manifest.
 *
 * @param position in the bucket, greater than those of the lines before it
 * @param rev counts the record's revisions from 1: the {@code base_rev} of the next change
 * @param author who made the record
 * @param changedBy who wrote it last
 * @param changedAt when the server received that
 * @param occurredAt when its author says that it was made
 * @param deleted the record is gone; {@code groups} is empty
 * @param groups the JSON object of the record's field groups, kept whole with what this version does not know
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record FeedRow(
        BucketId bucket,
        long position,
        RecordId id,
        String kind,
        long rev,
        @Nullable WorkerId author,
        @Nullable WorkerId changedBy,
        Instant changedAt,
        @Nullable Instant occurredAt,
        boolean deleted,
        @Json.Serializer(RawJson.class) String groups) {

    public FeedRow {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(groups, "groups");
    }
}
