package org.tournee.segment;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One review to come. Rule: R-SEG-7.
 *
 * @param dueOn the last day on which it is in time
 * @param daysLeft negative once it is overdue
 */
public record Review(ReviewDuty duty, LocalDate dueOn, long daysLeft, NoticeStage stage) {

    /** The nearest first. */
    static final Comparator<Review> NEAREST_FIRST =
            Comparator.comparing(Review::dueOn).thenComparing(Review::duty);

    /** Whether it is near enough to be told, or overdue. */
    public boolean isTold() {
        return stage != NoticeStage.NOT_YET;
    }
}
