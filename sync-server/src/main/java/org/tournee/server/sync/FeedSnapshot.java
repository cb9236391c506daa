package org.tournee.server.sync;

import java.util.List;
import java.util.function.Supplier;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.Withdrawal;

/** What a worker may hold, what their phone has to give back, and the rows after the cursors: one more than a page where there are more. */
public record FeedSnapshot(List<GrantedBucket> buckets, List<Withdrawal> withdrawn, List<Row> rows) {

    /**
     * A row of a bucket.
     *
     * @param groups opens the JSON of its groups, in UTF-8
     */
    public record Row(FeedLine.Head head, Supplier<byte[]> groups) {

        /** The same row, opened now. */
        Row opened() {
            byte[] clear = groups.get();
            return new Row(head, () -> clear);
        }
    }
}
