package org.tournee.bilan;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing in one dimension of the bilan social. Rule: R-BIL. */
@Json(naming = Json.Naming.LowerUnderscore)
public record BilanItem(Statement statement, Validity validity) {

    public BilanItem {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(validity, "validity");
    }

    /** The group {@code statement}; {@code text} has 1 to {@link #LONGEST_TEXT} characters. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Statement(
            Dimension dimension, Effect effect, WhoseWord whoseWord, String text, boolean concernsThirdParty) {

        public Statement {
            Objects.requireNonNull(dimension, "dimension");
            Objects.requireNonNull(effect, "effect");
            Objects.requireNonNull(whoseWord, "whoseWord");
            Objects.requireNonNull(text, "text");
        }

        public static final int LONGEST_TEXT = 1_000;
    }

    /**
     * The group {@code validity}: items open and close, so that two dates can be compared.
     *
     * @param closedOn the first day on which it no longer holds; null while it does
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Validity(LocalDate openedOn, @Nullable LocalDate closedOn) {

        public Validity {
            Objects.requireNonNull(openedOn, "openedOn");
        }

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(openedOn) && (closedOn == null || day.isBefore(closedOn));
        }
    }
}
