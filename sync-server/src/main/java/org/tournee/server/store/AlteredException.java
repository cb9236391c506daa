package org.tournee.server.store;

/** What was sealed is not what it was, or was sealed under another key or for another place. */
public final class AlteredException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    AlteredException(Throwable cause) {
        super("What was sealed has been altered", cause);
    }
}
