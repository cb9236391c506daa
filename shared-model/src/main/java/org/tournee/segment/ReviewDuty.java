package org.tournee.segment;

/** What is due on a dossier besides contacts. Rules: R-SEG-5, R-SEG-7. */
public enum ReviewDuty {
    /** At the stay's limit, held by the head on the referent's written proposal. Source: 001 §5. */
    STAY_REVIEW,
    /** Of the person's situation, by the referent, at least yearly. Source: 003 th. 2. */
    ANNUAL_REVISION,
    /** The receiving worker's decision, within three months of the reception. Source: 001 §5. */
    DEFINITIVE_ALLOCATION
}
