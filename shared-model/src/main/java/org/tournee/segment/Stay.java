package org.tournee.segment;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;

/**
 * The time that a dossier spends in a segment. Written by commands. Rule: R-SEG-4.
 *
 * @param allocation the receiving worker's definitive decision; null while the segment is only proposed
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Stay(Span span, @Nullable Allocation allocation) {

    public Stay {
        Objects.requireNonNull(span, "span");
    }

    /** A stay whose segment is only proposed, or needs no decision. */
    public Stay(Span span) {
        this(span, null);
    }

    /** The group {@code allocation}: due within three months of the reception. Rule: R-SEG-5. Source: 001 §5. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Allocation(LocalDate decidedOn, WorkerId decidedBy) {

        public Allocation {
            Objects.requireNonNull(decidedOn, "decidedOn");
            Objects.requireNonNull(decidedBy, "decidedBy");
        }
    }

    /**
     * The group {@code span}.
     *
     * @param enteredOn the day on which the receiving team took the dossier, or of the decision that began the stay
     * @param leftOn the first day of what came next; null while it runs
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Span(
            Segment segment, LocalDate enteredOn, @Nullable LocalDate leftOn) {

        public Span {
            Objects.requireNonNull(segment, "segment");
            Objects.requireNonNull(enteredOn, "enteredOn");
        }

        /** Whether it lasted no day: the dossier changed again on the day on which it began. */
        public boolean isEmpty() {
            return leftOn != null && !leftOn.isAfter(enteredOn);
        }
    }
}
