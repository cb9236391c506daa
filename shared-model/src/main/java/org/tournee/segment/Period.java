package org.tournee.segment;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A half-open span of days. Rule: R-SEG-4.
 *
 * @param start the first day
 * @param end the first day that is not in it, after {@code start}
 */
public record Period(LocalDate start, LocalDate end) {

    public Period {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    /** Its length in days. */
    public int days() {
        return (int) (end.toEpochDay() - start.toEpochDay());
    }

    /** Its last day. */
    public LocalDate lastDay() {
        return end.minusDays(1);
    }
}
