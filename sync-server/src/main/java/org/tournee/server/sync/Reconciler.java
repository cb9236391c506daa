package org.tournee.server.sync;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.tournee.organisation.OrganisationId;
import org.tournee.sync.StreamId;

/** Takes in the operations of a stream: deduplicates, logs, decides access and rules, merges. Rule: R-REC. */
@Singleton
public class Reconciler {

    /**
     * Takes in operations.
     *
     * @param lines the exact bytes of each operation, in the order of the stream
     * @param receivedAt as the server's clock says
     */
    public PushResult push(OrganisationId organisation, StreamId stream, List<byte[]> lines, Instant receivedAt) {
        throw new UnsupportedOperationException("Being written");
    }
}
