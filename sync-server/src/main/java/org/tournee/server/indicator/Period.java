package org.tournee.server.indicator;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Days of the organisation; both are part of it. */
record Period(LocalDate first, LocalDate last) {

    /** The year so far. */
    static Period upTo(LocalDate today) {
        return new Period(today.withDayOfYear(1), today);
    }

    /** The year up to the last month that is over; in January the year before. */
    static Period ofMonthsOver(LocalDate today) {
        LocalDate last = lastOver(today);
        return new Period(last.withDayOfYear(1), last);
    }

    /**
     * The whole months that it touches and that are over: of two periods that differ by a day, or of one read on two days, the
     * difference would be what happened on that day. It is backwards where there is none.
     */
    Period inMonthsOver(LocalDate today) {
        LocalDate end = last.withDayOfMonth(last.lengthOfMonth());
        LocalDate over = lastOver(today);
        return new Period(first.withDayOfMonth(1), end.isAfter(over) ? over : end);
    }

    private static LocalDate lastOver(LocalDate today) {
        return today.withDayOfMonth(1).minusDays(1);
    }

    /** Its first moment, and the first one after it. */
    List<Object> asMoments(ZoneId zone) {
        return List.of(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    boolean has(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean isBackwards() {
        return last.isBefore(first);
    }
}
