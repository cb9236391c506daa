package org.tournee.server.sync;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.server.store.StreamRow;

/** Tells the operator of operations that make the server fail: where they are, never what they say. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static void note(StreamRow stream, List<TxGroup> groups, int attempt, Exception failure) {
        LOG.warn(
                "Stream {}, operation {}: attempt {} failed with {} at {}",
                stream.id(),
                groups.get(0).lines().get(0).opSeq(),
                attempt,
                failure.getClass().getName(),
                failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0]);
    }
}
