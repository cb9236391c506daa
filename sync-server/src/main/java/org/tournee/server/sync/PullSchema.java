package org.tournee.server.sync;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.Schema;

/**
 * The oldest model that may still pull. Pushing is accepted at any age: what was saved is never lost to an upgrade. It is
 * of the code, not of a setting, since the code alone knows what its rows mean.
 */
final class PullSchema {

    static final int MIN = 1;

    private PullSchema() {}

    /**
     * Refuses an app that could misread what is sent.
     *
     * @param schema null for an app that does not say: it is of the first
     */
    static void require(@Nullable Integer schema) {
        if (schema != null && schema < MIN) {
            throw SyncProblems.tooOld();
        }
    }

    /**
     * A snapshot in the words of an older app. What the buckets add up to is not told to it: it would add up other words.
     *
     * @param schema null for an app that does not say: it is of the first
     */
    static FeedSnapshot readBy(@Nullable Integer schema, FeedSnapshot snapshot) {
        int known = schema == null ? 1 : schema;
        if (known >= Operation.SCHEMA) {
            return snapshot;
        }
        return new FeedSnapshot(
                snapshot.buckets().stream().map(PullSchema::unsummed).toList(),
                snapshot.withdrawn(),
                snapshot.rows().stream().map(row -> lowered(row, known)).toList());
    }

    private static GrantedBucket unsummed(GrantedBucket bucket) {
        return new GrantedBucket(bucket.bucket(), bucket.head(), bucket.grantEpoch(), bucket.floor(), null);
    }

    private static FeedSnapshot.Row lowered(FeedSnapshot.Row row, int schema) {
        String kind = row.head().kind();
        return row.head().deleted() || !Schema.differs(kind, schema)
                ? row
                : new FeedSnapshot.Row(
                        row.head(), () -> lowered(kind, row.groups().get(), schema));
    }

    private static byte[] lowered(String kind, byte[] groups, int schema) {
        Groups read = Groups.parse(new String(groups, StandardCharsets.UTF_8));
        return Schema.lower(kind, read, schema).json().getBytes(StandardCharsets.UTF_8);
    }
}
