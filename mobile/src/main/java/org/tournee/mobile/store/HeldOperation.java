package org.tournee.mobile.store;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;

/**
 * An operation of this phone that it must still keep: its bytes as saved, and what the server said of it.
 *
 * @param json the immutable line, as hashed
 * @param outcome null until the server answered
 * @param overlay whether the screens still show it over the server's state
 */
record HeldOperation(
        Operation operation,
        String json,
        Instant savedAt,
        @Nullable Outcome outcome,
        boolean overlay) {

    long seq() {
        return operation.opSeq();
    }

    boolean isAcknowledged() {
        return outcome != null;
    }

    HeldOperation answered(Outcome answer) {
        return new HeldOperation(operation, json, savedAt, answer, overlay);
    }

    /** As if the server had never answered. */
    HeldOperation unanswered() {
        return new HeldOperation(operation, json, savedAt, null, true);
    }

    /** Whether what is known of it is the same; its bytes always are. */
    boolean stands(HeldOperation other) {
        return overlay == other.overlay && Objects.equals(outcome, other.outcome);
    }

    HeldOperation settled() {
        return new HeldOperation(operation, json, savedAt, outcome, false);
    }
}
