package org.tournee.server.indicator;

import java.time.LocalDate;

/** Days of the organisation; both are part of it. */
record Period(LocalDate first, LocalDate last) {

    /** The year so far. */
    static Period upTo(LocalDate today) {
        return new Period(today.withDayOfYear(1), today);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean isBackwards() {
        return last.isBefore(first);
    }
}
