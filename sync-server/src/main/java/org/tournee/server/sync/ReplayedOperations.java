package org.tournee.server.sync;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tournee.organisation.OrganisationId;
import org.tournee.sync.StreamId;

/**
 * Takes in again what an archive has, during one replay. Before a loss was noticed a copy of a phone may have said something
 * else under the same numbers: then what the archive has is kept as evidence, and the stream is frozen. Whoever wrote it
 * may have let go of it long ago. Rule: R-SYN.
 */
public final class ReplayedOperations {

    private final Reconciler reconciler;
    private final Set<StreamId> contradicted = new HashSet<>();

    public ReplayedOperations(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    /**
     * Takes in operations that follow each other.
     *
     * @param first the number of the first
     * @throws RuntimeException when the database fails for the time being
     */
    public PushResult take(
            OrganisationId organisation, StreamId stream, long first, List<byte[]> lines, Instant receivedAt) {
        if (!contradicted.contains(stream)) {
            PushResult result = reconciler.push(organisation, stream, PhoneClaim.replayed(first), lines, receivedAt);
            if (!(result instanceof PushResult.Forked)) {
                return result;
            }
            contradicted.add(stream);
        }
        reconciler.keepAsEvidence(organisation, stream, first, lines, receivedAt);
        return new PushResult.Forked(first);
    }
}
