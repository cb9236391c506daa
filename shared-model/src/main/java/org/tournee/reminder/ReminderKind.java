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
    CONFLICT_WAITING,
    /** A held right lasts no longer unless resources are declared. Rule: R-RDD. */
    DECLARATION_DUE,
    /** The law sets a day to decide a request. Rule: R-REQ. */
    DECISION_DUE,
    /** The law sets a day to notify a decision. Rule: R-REQ. */
    NOTIFICATION_DUE,
    /** A mandate is to be looked at again. Rule: R-MAN. */
    MANDATE_REVIEW,
    /** A mandate ends: what is due is handed in, or it is renewed. Rule: R-MAN. */
    MANDATE_ENDING,
    /** A decision on the segment waits for somebody's signature. Rule: R-SEG-6. */
    SIGNATURE_WAITING,
    /** It is not known yet who took over. Rule: R-REL. */
    REFERRAL_TO_CONFIRM,
    /** A colleague asked. Rule: R-ASK. */
    QUESTION_UNANSWERED,
    /** Somebody asked that no contact be expected for some days: to the head. Rule: R-SEG-10. */
    EXEMPTION_ASKED,
    /** What a desk passed on waits for somebody to take it over; of a register, not of a dossier. Rule: R-REL. */
    LIAISON_WAITING
}
