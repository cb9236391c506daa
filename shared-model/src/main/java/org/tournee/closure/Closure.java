package org.tournee.closure;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;

/**
 * A follow-up that ended: why, by whom, and perhaps that it began again. Written by commands; each end is a record of its
 * own, so that all of them stay in the history. Rules: R-SEG-5, R-GDPR. Source: 001 §5.
 *
 * @param reopening null while it stands
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Closure(Ending ending, @Nullable Reopening reopening) {

    public Closure {
        Objects.requireNonNull(ending, "ending");
    }

    /** How a household leaves the service. */
    public enum Exit {
        /** What was asked for is done, the short help of intake among it. */
        HELP_DONE,
        /** The service is not competent, or others come first: oriented there. */
        ORIENTED_ELSEWHERE,
        MOVED,
        DIED,
        /** The person wishes it. */
        PERSONS_WISH,
        OTHER
    }

    /**
     * The group {@code ending}.
     *
     * @param orientedTo who goes on with it; null but for {@link Exit#ORIENTED_ELSEWHERE}
     * @param reason in the signer's words
     * @param closedOn the first day without it, a day of the organisation: the retention runs from it
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Ending(Exit exit, @Nullable String orientedTo, String reason, LocalDate closedOn, WorkerId closedBy) {

        public Ending {
            Objects.requireNonNull(exit, "exit");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(closedOn, "closedOn");
            Objects.requireNonNull(closedBy, "closedBy");
        }
    }

    /** The group {@code reopening}: by the head, with a reason. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Reopening(String reason, LocalDate reopenedOn, WorkerId reopenedBy) {

        public Reopening {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(reopenedOn, "reopenedOn");
            Objects.requireNonNull(reopenedBy, "reopenedBy");
        }
    }
}
