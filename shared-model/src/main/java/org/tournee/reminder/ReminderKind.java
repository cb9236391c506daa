package org.tournee.reminder;

/** What is due. Rule: R-REM. */
public enum ReminderKind {
    CONTACT_DUE,
    CONTACT_LATE,
    /** A contact held in person lacks its duration: to its author. Rule: R-SEG-3. */
    CONTACT_INCOMPLETE,
    STAY_LIMIT,
    DEFINITIVE_ALLOCATION,
    ANNUAL_REVISION,
    AGREEMENT_MISSING,
    AGREEMENT_ENDING,
    ACTION_DUE,
    GOAL_TO_REVISIT,
    RIGHT_TO_FOLLOW_UP,
    /** A document that rights lean on ends soon, or ended lately, and nothing replaces it. Rule: R-DOC. */
    DOCUMENT_EXPIRING,
    APPOINTMENT_TOMORROW,
    NO_SHOW_TO_CALL,
    CONFLICT_WAITING
}
