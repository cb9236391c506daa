package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number that means something: with its unit, and where it comes from.
 *
 * @param value not negative; at most 100 percent
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Figure(int value, Unit unit, String source) {

    private static final int WHOLE_PERCENT = 100;

    public Figure {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(source, "source");
        if (value < 0 || (unit == Unit.PERCENT && value > WHOLE_PERCENT)) {
            throw new IllegalArgumentException("Out of bounds: " + value + " " + unit);
        }
    }

    /** What the number counts. */
    public enum Unit {
        CONTACTS,
        PERCENT,
        MONTHS,
        DAYS,
        DOSSIERS,
        PERSONS,
        MINUTES,
        /** An hour of the day, 0 to 23. */
        HOUR,
        /** What only compares. */
        POINTS
    }

    /**
     * Checks the unit.
     *
     * @throws IllegalArgumentException for another
     */
    void expect(Unit expected) {
        if (unit != expected) {
            throw new IllegalArgumentException("In " + unit + " where " + expected + " are meant");
        }
    }

    static void expectIfGiven(@Nullable Figure figure, Unit expected) {
        if (figure != null) {
            figure.expect(expected);
        }
    }
}
