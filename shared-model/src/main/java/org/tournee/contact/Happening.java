package org.tournee.contact;

/** What came of the attempt. Rule: R-SEG-2. */
public enum Happening {
    /** An exchange took place. */
    HELD,
    /** Nobody came or opened: shown as an attempt. */
    NO_SHOW,
    /** Papers were handed in; never counts. */
    PAPERS_ONLY
}
