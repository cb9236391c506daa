package org.tournee.server.store;

import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.StreamId;

/**
 * A stream as the server knows it.
 *
 * @param lastHash of the last operation held; 64 zeros for none
 */
public record StreamRow(
        OrganisationId organisation, StreamId id, WorkerId worker, State state, long lastOpSeq, String lastHash) {

    /** Whether it takes operations. */
    public enum State {
        ACTIVE,
        /** Two phones wrote as one: see the evidence. */
        FROZEN,
        REVOKED
    }

    public Actor actor() {
        return new Actor(organisation, worker, id);
    }
}
