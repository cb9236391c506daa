package org.tournee.contact;

/** What the contact brought the person. Rule: R-CON. */
public enum Result {
    NONE,
    INFORMED,
    ORIENTED,
    APPOINTMENT,
    REFERRAL,
    FOLLOW_UP
}
