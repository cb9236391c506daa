package org.tournee.server.store;

import org.tournee.sync.Limits;

/** A worker answers for {@link Limits#DOSSIERS_PER_WORKER} dossiers already: as many as a phone is made to hold. */
public final class CaseloadFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CaseloadFullException() {
        super("A worker answers for at most " + Limits.DOSSIERS_PER_WORKER + " dossiers");
    }
}
