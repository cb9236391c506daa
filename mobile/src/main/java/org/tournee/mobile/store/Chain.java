package org.tournee.mobile.store;

import org.tournee.sync.OperationBytes;

/**
 * Where the stream of operations stands.
 *
 * @param lastSeq the last number given; 0 for none
 * @param lastHash the hash of that operation's bytes
 * @param durableSeq the last operation that a restore of the server cannot lose
 */
record Chain(long lastSeq, String lastHash, long durableSeq) {

    static final Chain START = new Chain(0, OperationBytes.NO_PREVIOUS, 0);

    Chain after(long seq, String hash) {
        return new Chain(seq, hash, durableSeq);
    }

    Chain durable(long seq) {
        return new Chain(lastSeq, lastHash, Math.max(seq, durableSeq));
    }
}
