package org.tournee.mobile.store;

/** The store could not do what was asked; nothing that was saved before is lost. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for a message that says what to do. */
    public enum Problem {
        DISK_FULL,
        UNREADABLE,
        NEWER_THAN_APP,
        BUSY,
        /** What is to be saved together exceeds the bounds of the protocol: to be cut into several. */
        TOO_LARGE,
        /** The dossier is no longer the worker's: nothing new is begun there. */
        WITHDRAWN,
        OTHER
    }

    private final Problem problem;

    public StoreException(Problem problem, Throwable cause) {
        super(problem.name(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
