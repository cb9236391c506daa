package org.tournee.server.web;

import java.util.Objects;
import java.util.Optional;
import org.tournee.sync.Outcome;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.ReturnReason;

/** What to tell somebody of what they wrote in the browser. */
public final class EditAnswers {

    private EditAnswers() {}

    /** Why it does not stand as they wrote it, and what to do; empty where it does. */
    public static Optional<String> trouble(Outcome outcome) {
        return switch (outcome.verdict()) {
            case APPLIED, MERGED -> Optional.empty();
            case CONFLICT, ERASED -> Optional.of(Words.trouble(outcome.verdict()));
            case RETURNED, STALE_COMMAND -> Optional.of(returned(Objects.requireNonNull(outcome.reason())));
        };
    }

    /** Whether it was refused for want of a right. */
    public static boolean isNotAllowed(Outcome outcome) {
        return outcome.verdict() == Verdict.RETURNED && outcome.reason() == ReturnReason.NOT_ALLOWED;
    }

    private static String returned(ReturnReason reason) {
        return "Non enregistré : " + Words.of(reason) + ". " + Words.advice(reason);
    }
}
