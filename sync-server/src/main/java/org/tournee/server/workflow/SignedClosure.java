package org.tournee.server.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tournee.closure.ClosureCommand;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.store.Actor;
import org.tournee.sync.RecordId;

/**
 * A closure, or its reopening, as it comes in.
 *
 * @param actor in whose name and from which stream it is written
 * @param worker who signs
 * @param at when the server got it
 */
public record SignedClosure(Actor actor, WorkerId worker, DossierId dossier, ClosureCommand command, Instant at) {

    AuditEntry audit(AuditEntry.Act act, @Nullable RecordId closure, String detail) {
        return new AuditEntry(at, worker, actor.stream(), act, dossier, closure, detail);
    }
}
