package org.tournee.segment;

import org.tournee.profile.ReviewFigures;

/** How near a review is: 60, 30 and 7 days ahead in the shipped profile. Rule: R-SEG-7. */
public enum NoticeStage {
    /** Not near enough to be told. */
    NOT_YET,
    FIRST,
    SECOND,
    LAST,
    /** Its day is past. */
    OVERDUE;

    /**
     * How near a day is.
     *
     * @param daysLeft negative once it is past
     */
    public static NoticeStage of(long daysLeft, ReviewFigures figures) {
        if (daysLeft < 0) {
            return OVERDUE;
        }
        if (daysLeft <= figures.lastNotice().value()) {
            return LAST;
        }
        if (daysLeft <= figures.secondNotice().value()) {
            return SECOND;
        }
        return daysLeft <= figures.firstNotice().value() ? FIRST : NOT_YET;
    }
}
