package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
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
     * The day that lies so many days or months after that one.
     *
     * @throws IllegalStateException for a figure that is no span of time
     */
    public LocalDate after(LocalDate day) {
        return switch (unit) {
            case DAYS -> day.plusDays(value);
            case MONTHS -> day.plusMonths(value);
            case CONTACTS, PERCENT, DOSSIERS, PERSONS, MINUTES, HOUR, POINTS ->
                throw new IllegalStateException("No span of time: " + unit);
        };
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
