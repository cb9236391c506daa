package org.tournee.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one record. */
final class Checks {

    static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2200, 1, 1);
    private static final Instant FIRST_MOMENT = FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant LAST_MOMENT = LAST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);

    private final List<Violation> violations = new ArrayList<>();

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Something must be said, in at most {@code longest} characters. */
    Checks said(String group, String field, String text, int longest) {
        return when(text.isBlank(), group, field, Violation.Code.BLANK).atMost(group, field, text, longest);
    }

    /** Whatever is said has at most {@code longest} characters; null is nothing said. */
    Checks atMost(String group, String field, @Nullable String text, int longest) {
        return when(text != null && text.length() > longest, group, field, Violation.Code.TOO_LONG);
    }

    Checks size(String group, String field, Collection<?> values, int most) {
        return when(values.size() > most, group, field, Violation.Code.TOO_MANY);
    }

    /** Both bounds included; null is no value. */
    Checks between(String group, String field, @Nullable Integer value, int least, int most) {
        return when(value != null && (value < least || value > most), group, field, Violation.Code.OUT_OF_RANGE);
    }

    /** Between {@link #FIRST_DAY} and {@link #LAST_DAY}, both included: what lies beyond is a slip; null is no value. */
    Checks day(String group, String field, @Nullable LocalDate day) {
        boolean beyond = day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY));
        return when(beyond, group, field, Violation.Code.OUT_OF_RANGE);
    }

    /** Within the same days, in any zone. */
    Checks moment(String group, String field, Instant moment) {
        boolean beyond = moment.isBefore(FIRST_MOMENT) || moment.isAfter(LAST_MOMENT);
        return when(beyond, group, field, Violation.Code.OUT_OF_RANGE);
    }

    /** The end is not before the start; null is no end. */
    Checks notBefore(String group, String field, @Nullable LocalDate end, LocalDate start) {
        return when(end != null && end.isBefore(start), group, field, Violation.Code.ENDS_BEFORE_START);
    }

    Checks when(boolean wrong, String group, String field, Violation.Code code) {
        if (wrong) {
            violations.add(new Violation(group, field, code));
        }
        return this;
    }
}
