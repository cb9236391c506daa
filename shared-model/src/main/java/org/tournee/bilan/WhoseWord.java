package org.tournee.bilan;

/** Whose word an item is. Rule: R-BIL. */
public enum WhoseWord {
    OBSERVED_FACT,
    /** Hidden in the over-the-shoulder view. */
    WORKER_APPRECIATION,
    PERSON_WORD
}
