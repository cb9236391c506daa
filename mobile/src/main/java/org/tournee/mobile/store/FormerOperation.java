package org.tournee.mobile.store;

import org.tournee.sync.StreamId;

/**
 * An operation of a stream that this file had before it was cloned or rolled back: its bytes stay until nothing can lose
 * what is in them.
 *
 * @param againSeq the number of the operation of the present stream that says the same; 0 where the server proved that it
 *     holds this one
 */
record FormerOperation(HeldOperation operation, long againSeq) {

    StreamId stream() {
        return operation.operation().streamId();
    }

    FormerOperation againAs(long seq) {
        return new FormerOperation(operation, seq);
    }
}
