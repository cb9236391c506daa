package org.tournee.server.access;

import io.micronaut.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.tournee.server.problem.Problem;
import org.tournee.server.problem.ProblemException;

/** Checks of the members of a request. */
final class Members {

    static final int LONGEST_LOGIN = 100;
    static final int LONGEST_TOKEN = 200;

    private Members() {}

    /** A text that is there, not blank and not too long. */
    static String text(String member, @Nullable String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw invalid(member);
        }
        return value;
    }

    /** @param member our own name for it: nothing that was sent is repeated */
    static ProblemException invalid(String member) {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-member", "Une valeur manque ou n’est pas de la bonne forme.")
                .with("member", member)
                .asException();
    }
}
