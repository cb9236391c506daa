package org.tournee.contact;

/** Where it happened. Rule: R-SEG-2. */
public enum Place {
    OFFICE,
    PERMANENCE,
    HOME,
    /** Where the person is met: street, café, partner. */
    WHERE_MET,
    ELSEWHERE
}
