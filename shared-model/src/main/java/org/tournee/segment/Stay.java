package org.tournee.segment;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The time that a dossier spends in a segment. Written by commands. Rule: R-SEG-4. */
@Json(naming = Json.Naming.LowerUnderscore)
public record Stay(Span span) {

    public Stay {
        Objects.requireNonNull(span, "span");
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
    }
}
