package org.tournee.segment;

/** How near a review is: 60, 30 and 7 days ahead in the shipped profile. Rule: R-SEG-7. */
public enum NoticeStage {
    /** Not near enough to be told. */
    NOT_YET,
    FIRST,
    SECOND,
    LAST,
    /** Its day is past. */
    OVERDUE
}
