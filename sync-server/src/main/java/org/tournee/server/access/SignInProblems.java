package org.tournee.server.access;

import io.micronaut.http.HttpStatus;
import java.time.Duration;
import org.tournee.server.problem.Problem;

/** How a failed sign-in is told. */
final class SignInProblems {

    private static final String RETRY_AFTER = "retry_after";

    private SignInProblems() {}

    static Problem of(SignIn.Refused refused) {
        Problem problem = Problem.of(
                HttpStatus.UNAUTHORIZED, "bad-credentials", "L’identifiant ou le mot de passe ne convient pas.");
        return refused.waitFor()
                .map(wait -> problem.with(RETRY_AFTER, seconds(wait)))
                .orElse(problem);
    }

    static Problem of(SignIn.Locked locked) {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-attempts",
                        "Trop d’essais manqués : patientez avant le prochain.")
                .with(RETRY_AFTER, seconds(locked.waitFor()));
    }

    /** Rounded up: whoever waits that long is let in. */
    static long seconds(Duration duration) {
        return Math.max(1, (duration.toMillis() + 999) / 1000);
    }
}
