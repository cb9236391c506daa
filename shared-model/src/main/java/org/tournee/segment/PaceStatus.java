package org.tournee.segment;

/** Where the running period stands, from the one that asks for most to the one that asks for nothing. Rule: R-SEG-4. */
public enum PaceStatus {
    /** The day of the next contact is past. */
    LATE,
    /** The day of the next contact is near: 14 days or fewer in the shipped profile. */
    DUE,
    ON_TRACK,
    /** The minimum is reached. */
    MET
}
