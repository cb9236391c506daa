package org.tournee.server.workflow;

import java.util.UUID;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.store.Actor;
import org.tournee.workflow.Expectation;
import org.tournee.workflow.SegmentCommand;

/**
 * A command as it comes in.
 *
 * @param actor in whose name and from which stream it is written
 * @param worker who signs
 * @param id made once by whoever sends it: it is done once, however often it comes
 * @param expected where the signer saw the dossier
 */
public record SignedCommand(
        Actor actor, WorkerId worker, DossierId dossier, UUID id, SegmentCommand command, Expectation expected) {}
