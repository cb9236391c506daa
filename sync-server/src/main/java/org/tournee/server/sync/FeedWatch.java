package org.tournee.server.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tournee.server.store.StreamRow;
import org.tournee.sync.GrantedBucket;

/** Hears from each pull how far a stream holds what it is granted. It must cost a pull next to nothing. */
interface FeedWatch {

    /** Hears nothing. */
    FeedWatch NOBODY = new FeedWatch() {
        @Override
        public void cursors(StreamRow stream, Map<String, Long> cursors, Instant at) {}

        @Override
        public void everything(StreamRow stream, String digest, List<GrantedBucket> buckets, Instant at) {}
    };

    /** The stream asked for what follows these cursors: it holds what comes before. */
    void cursors(StreamRow stream, Map<String, Long> cursors, Instant at);

    /** The stream showed the digest of what there is now: it holds all of it. */
    void everything(StreamRow stream, String digest, List<GrantedBucket> buckets, Instant at);
}
