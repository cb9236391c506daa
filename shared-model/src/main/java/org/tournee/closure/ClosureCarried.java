package org.tournee.closure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.Entry;
import org.tournee.segment.Stay;
import org.tournee.sync.RecordId;

/** What becomes of a {@link ClosureCommand}. */
public sealed interface ClosureCarried {

    /**
     * It is so now.
     *
     * @param id of the closure
     * @param left the stays that end by it, with their end: more than one where two dossiers became one
     * @param begun the stay that begins by it; null for none
     */
    record Done(
            RecordId id,
            Closure closure,
            Dossier dossier,
            List<Entry<Stay>> left,
            @Nullable Stay begun) implements ClosureCarried {}

    /** It was so already: the same command came before. */
    record Repeated() implements ClosureCarried {}

    /** The dossier is not where the signer saw it any more. */
    record Stale() implements ClosureCarried {}

    /** A rule says no. */
    record Refused(Refusal reason) implements ClosureCarried {}

    /** Why not. */
    enum Refusal {
        /** The referent, whoever stands in for them, or the head ends it. */
        NOT_YOURS_TO_CLOSE("R-SHARE"),
        /** The head alone begins it again. */
        NOT_YOURS_TO_REOPEN("R-SHARE"),
        REASON_MISSING(null),
        TOO_LONG(null),
        /** Whoever sends somebody elsewhere says where. */
        ORIENTATION_MISSING("R-REL"),
        ORIENTATION_TOO_LONG(null),
        /** A decision on the segment waits for a signature: it is closed first. */
        DECISION_WAITS("R-SEG-6");

        private final @Nullable String rule;

        Refusal(@Nullable String rule) {
            this.rule = rule;
        }

        /** The id of the rule that says so; empty where it is the form's own matter. */
        public Optional<String> rule() {
            return Optional.ofNullable(rule);
        }
    }
}
