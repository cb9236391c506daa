package org.tournee.server.conflict;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tournee.dossier.DossierId;
import org.tournee.server.store.Actor;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.Settlement;

/** Changes made in the browser: operations of the worker's own stream there, taken in like a phone's. */
@Singleton
public class WebEdits {

    /** Settles a conflict in the name of the actor's worker. Access is decided by the reconciliation. */
    public Outcome settle(Actor actor, DossierId dossier, RecordId conflict, Settlement settlement, Instant at) {
        throw new UnsupportedOperationException("Being written");
    }
}
