package org.tournee.segment;

/** Said beside the status. Rule: R-SEG-4. */
public enum PaceFlag {
    /** Above the maximum: a more intensive segment may fit. */
    OVER,
    /** Fewer physical contacts than their share. */
    SHARE_LOW
}
