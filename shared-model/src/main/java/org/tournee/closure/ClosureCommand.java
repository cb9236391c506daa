package org.tournee.closure;

import org.tournee.sync.RecordId;

/** To end a follow-up, or to begin it again; each names where its signer saw the dossier. */
public sealed interface ClosureCommand {

    /** Why, in the signer's words. */
    String reason();

    /**
     * To end it.
     *
     * @param id of the closure that it becomes: made once, so that sent twice it closes once
     * @param after how many closures the signer saw: one that ended and began again meanwhile is another dossier to them
     * @param orientedTo who goes on with it; looked at for {@link Closure.Exit#ORIENTED_ELSEWHERE} alone
     */
    record Close(RecordId id, int after, Closure.Exit exit, String orientedTo, String reason)
            implements ClosureCommand {}

    /**
     * To begin it again.
     *
     * @param closure the one that the signer saw standing
     */
    record Reopen(RecordId closure, String reason) implements ClosureCommand {}
}
