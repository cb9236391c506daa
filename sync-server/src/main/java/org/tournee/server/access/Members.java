package org.tournee.server.access;

import io.micronaut.http.HttpStatus;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.tournee.server.problem.Problem;
import org.tournee.server.problem.ProblemException;
import org.tournee.sync.StreamId;

/** Checks of the members of a request. */
final class Members {

    static final int LONGEST_LOGIN = 100;
    static final int LONGEST_TOKEN = 200;

    private static final int LONGEST_ID = 100;
    private static final int KEY_BYTES = 32;

    private Members() {}

    /** A text that is there, not blank and not too long. */
    static String text(String member, @Nullable String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw invalid(member);
        }
        return value;
    }

    /** The id of a stream. */
    static StreamId stream(String member, @Nullable String value) {
        String text = text(member, value, LONGEST_ID);
        try {
            return StreamId.parse(text);
        } catch (IllegalArgumentException e) {
            throw invalid(member);
        }
    }

    /** A raw Ed25519 key in Base64, as it was sent. */
    static String signingKey(String member, @Nullable String value) {
        String text = text(member, value, LONGEST_ID);
        int bytes;
        try {
            bytes = Base64.getDecoder().decode(text).length;
        } catch (IllegalArgumentException e) {
            throw invalid(member);
        }
        if (bytes != KEY_BYTES) {
            throw invalid(member);
        }
        return text;
    }

    /** @param member our own name for it: nothing that was sent is repeated */
    static ProblemException invalid(String member) {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid-member",
                        "« " + member + " » manque, ou n’est pas de la bonne forme.")
                .with("member", member)
                .asException();
    }
}
