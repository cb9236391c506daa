package org.tournee.access;

/** What somebody wants to do with a dossier or with a record of it. Rule: R-SHARE. */
public enum Act {
    /** To learn that the dossier or record exists. */
    SEE_EXISTENCE,
    VIEW,
    /** To create a record: a fact, such as a contact. */
    RECORD,
    /** To write to a record that exists. */
    CHANGE,
    /** To say who may read a record from now on. */
    SET_AUDIENCE,
    /** To say which value of a field group stands. */
    SETTLE_CONFLICT,
    /** To say whether two records are one person's, to make one of two dossiers, or two again. Rule: R-DUP. */
    REVIEW_DUPLICATE,
    /** To end the follow-up. Rule: R-SEG-5. */
    CLOSE,
    /**
     * To sign as the head: to execute or return a segment change, to grant an exemption, to begin a follow-up again. Rule:
     * R-SEG-6.
     */
    DECIDE,
    /** To destroy the dossier's key, so that nobody ever reads it again. Rule: R-GDPR. */
    ERASE
}
