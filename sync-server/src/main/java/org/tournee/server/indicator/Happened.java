package org.tournee.server.indicator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on a dossier, without its words.
 *
 * @param day when it is counted
 * @param code what of its kind: a channel, a topic, a kind of mandate; empty for none
 * @param course from when to when it took; null while it is not over, and for what happens on one day
 * @param first whether it is the first request of its dossier, of all times; false for other kinds
 */
record Happened(
        Kind kind,
        UUID dossier,
        LocalDate day,
        String code,
        @Nullable Course course,
        boolean first) {

    /** So long after a sweep a right is opened in good time. Rule: R-IND. */
    private static final int MONTHS_TO_OPEN = 3;

    /** From the day on which it came, or was due, to the day on which it was answered. */
    record Course(LocalDate from, LocalDate to) {

        /** Empty for a slip: what was answered before it came. */
        Optional<Long> days() {
            return Optional.of(ChronoUnit.DAYS.between(from, to)).filter(days -> days >= 0);
        }
    }

    /** The same under another code. */
    Happened as(String other) {
        return new Happened(kind, dossier, day, other, course, first);
    }

    /** How many days it took; empty while it is not over. */
    Optional<Long> days() {
        return Optional.ofNullable(course).flatMap(Course::days);
    }

    /** Whether a right was opened, or a review held, in time; of a request the profile says it: {@link DecisionTime}. */
    boolean inTime() {
        return course != null
                && switch (kind) {
                    case RIGHT_OPENED ->
                        days().isPresent() && !course.to().isAfter(course.from().plusMonths(MONTHS_TO_OPEN));
                    case STAY_REVIEW, ANNUAL_REVISION -> !course.to().isAfter(day);
                    default -> false;
                };
    }

    /** What kind of thing. */
    enum Kind {
        CONTACT,
        REQUEST,
        MANDATE,
        NEED,
        OPENED,
        CLOSED,
        /** A contact in person at the household's home. */
        HOME_VISIT,
        /** By what became of it. */
        REFERRAL,
        /** By dimension and effect. */
        BILAN_ITEM,
        /** By who took the first step. */
        CHECKUP,
        /** By domain. */
        RIGHT_CHECKED,
        /** By domain. */
        RIGHT_OPENED,
        /** By domain. */
        RIGHT_GIVEN_UP,
        /** A stay that came to its limit, on that day. */
        STAY_REVIEW,
        /** A year after the last conclusion, on that day. */
        ANNUAL_REVISION
    }
}
