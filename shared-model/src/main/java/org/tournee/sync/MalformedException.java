package org.tournee.sync;

/** What was received cannot be read as what it claims to be. The message holds no content, which may be personal. */
public final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedException(String message, Throwable cause) {
        super(message, cause);
    }

    public MalformedException(String message) {
        super(message);
    }
}
