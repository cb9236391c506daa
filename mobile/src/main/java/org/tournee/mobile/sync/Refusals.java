package org.tournee.mobile.sync;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Objects;
import org.tournee.mobile.sync.AuthMessages.ProblemBody;
import org.tournee.mobile.sync.ServerFailure.Kind;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Wire;

/** Tells the server's refusals apart, by status and by the type of the problem. */
final class Refusals {

    private static final String GAP = "urn:tournee:gap";
    private static final String FORKED = "urn:tournee:stream-forked";
    private static final String REVOKED = "urn:tournee:stream-revoked";
    /** The stream is another's now, or was revoked while its worker was signed out. */
    private static final String TAKEN = "urn:tournee:stream-taken";

    private static final String TOO_OLD = "urn:tournee:app-too-old";
    private static final String TOO_MANY_TRIES = "urn:tournee:too-many-attempts";
    private static final long LONGEST_WAIT_SECONDS = 900;

    private Refusals() {}

    static ServerFailure of(int status, byte[] body, HttpHeaders headers) {
        ProblemBody problem = problem(body);
        String type = Objects.requireNonNullElse(problem.type(), "");
        if (type.equals(REVOKED) || type.equals(TAKEN)) {
            return ServerFailure.of(Kind.REVOKED);
        }
        if (status == 401) {
            return ServerFailure.of(Kind.UNAUTHORISED);
        }
        if (type.equals(FORKED)) {
            return ServerFailure.of(Kind.FORKED);
        }
        if (type.equals(GAP) && problem.expected() != null) {
            return ServerFailure.gap(problem.expected());
        }
        if (type.equals(TOO_MANY_TRIES)) {
            return ServerFailure.tooManyTries(retryAfter(problem, headers));
        }
        if (type.equals(TOO_OLD)) {
            return ServerFailure.of(Kind.TOO_OLD);
        }
        if (status == 403) {
            return ServerFailure.of(Kind.NOT_ALLOWED);
        }
        if (status == 404) {
            return ServerFailure.of(Kind.NOT_FOUND);
        }
        boolean temporary = status >= 500 || status == 429 || status == 408;
        return temporary ? ServerFailure.temporary(retryAfter(problem, headers)) : ServerFailure.of(Kind.UNEXPECTED);
    }

    private static ProblemBody problem(byte[] body) {
        try {
            return Wire.read(ProblemBody.class, body);
        } catch (MalformedException e) {
            return new ProblemBody(null, null, null); // a proxy's page: its status says enough
        }
    }

    private static Duration retryAfter(ProblemBody problem, HttpHeaders headers) {
        long seconds = Math.max(Objects.requireNonNullElse(problem.retryAfter(), 0L), headerSeconds(headers));
        return Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_WAIT_SECONDS)));
    }

    private static long headerSeconds(HttpHeaders headers) {
        try {
            return headers.firstValueAsLong("Retry-After").orElse(0);
        } catch (NumberFormatException e) {
            return 0; // a date: clocks decide nothing here
        }
    }
}
