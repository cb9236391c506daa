package org.tournee.mobile.sync;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server could not be reached, or refused. The message names no address and no content. */
public final class ServerFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Kind {
        /** Nothing was reached, or the answer was cut. */
        NO_NETWORK,
        /** It will pass: 5xx, too busy. */
        TEMPORARY,
        /** An answer that cannot be read, or that the contract does not know. */
        UNEXPECTED,
        /** It knows no such door, or nothing behind it: 404. */
        NOT_FOUND,
        /** The access token is not, or no longer, good. */
        UNAUTHORISED,
        /** Name or password are wrong, or the refresh token is spent. */
        SIGN_IN_AGAIN,
        /** The worker may not do that, such as enrol a phone. */
        NOT_ALLOWED,
        /** Too many wrong passwords in a row: {@link #retryAfter} says how long to wait. */
        TOO_MANY_TRIES,
        /** The app reads an older model than the server sends. */
        TOO_OLD,
        /** The stream was revoked. */
        REVOKED,
        /** The server holds other bytes under one of our numbers. */
        FORKED,
        /** The server lacks operations before those sent. */
        GAP
    }

    private final Kind kind;
    private final long expected;
    private final Duration retryAfter;

    private ServerFailure(Kind kind, long expected, Duration retryAfter, @Nullable Throwable cause) {
        super(kind.name(), cause);
        this.kind = kind;
        this.expected = expected;
        this.retryAfter = retryAfter;
    }

    static ServerFailure of(Kind kind) {
        return new ServerFailure(kind, 0, Duration.ZERO, null);
    }

    static ServerFailure of(Kind kind, Throwable cause) {
        return new ServerFailure(kind, 0, Duration.ZERO, cause);
    }

    static ServerFailure gap(long expected) {
        return new ServerFailure(Kind.GAP, expected, Duration.ZERO, null);
    }

    static ServerFailure temporary(Duration retryAfter) {
        return new ServerFailure(Kind.TEMPORARY, 0, retryAfter, null);
    }

    static ServerFailure tooManyTries(Duration retryAfter) {
        return new ServerFailure(Kind.TOO_MANY_TRIES, 0, retryAfter, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Of a {@link Kind#GAP}, the first operation that the server lacks. */
    long expected() {
        return expected;
    }

    /** How long the server asks to be left alone; zero where it does not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
