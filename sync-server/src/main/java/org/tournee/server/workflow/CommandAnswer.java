package org.tournee.server.workflow;

import org.tournee.sync.RecordId;
import org.tournee.workflow.Carried;

/** What the service answers to a signed command; the same command gets the same answer whenever it comes again. */
public sealed interface CommandAnswer {

    /** Signed. {@code change} is the record of the decision. */
    record Done(RecordId change) implements CommandAnswer {}

    /** The dossier was not where the signer saw it any more: nothing was done. */
    record Stale() implements CommandAnswer {}

    /** A rule says no: nothing was done. */
    record Refused(Carried.Refusal reason) implements CommandAnswer {}

    /** There is no such dossier, or the signer may not open it. */
    record Closed() implements CommandAnswer {}
}
