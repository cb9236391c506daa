package org.tournee.server.store;

import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.StreamId;

/**
 * A stream as the server knows it.
 *
 * @param lastHash of the last operation held; 64 zeros for none
 * @param archivedOpSeq the last one that the archive holds; {@link #NO_ARCHIVE} where there is none
 * @param epoch of the organisation, as it was when the row was read
 */
public record StreamRow(
        OrganisationId organisation,
        StreamId id,
        WorkerId worker,
        State state,
        long lastOpSeq,
        String lastHash,
        long archivedOpSeq,
        String epoch) {

    /** Nothing is archived: what the database holds is all that can be called durable. */
    public static final long NO_ARCHIVE = Long.MAX_VALUE;

    /** Whether it takes operations. */
    public enum State {
        ACTIVE,
        /** Two phones wrote as one: see the evidence. */
        FROZEN,
        REVOKED
    }

    /** The last operation that a restore cannot lose. */
    public long durableOpSeq() {
        return Math.min(archivedOpSeq, lastOpSeq);
    }

    /** The same stream, once the last operation held is that one. */
    public StreamRow at(long opSeq, String hash) {
        return new StreamRow(organisation, id, worker, state, opSeq, hash, archivedOpSeq, epoch);
    }

    /** The same stream in another state. */
    public StreamRow in(State other) {
        return new StreamRow(organisation, id, worker, other, lastOpSeq, lastHash, archivedOpSeq, epoch);
    }

    public Actor actor() {
        return new Actor(organisation, worker, id);
    }
}
