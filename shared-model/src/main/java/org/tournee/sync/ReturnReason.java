package org.tournee.sync;

/** Why a change came back to its author. The texts that people read are in the message bundles. Rule: R-REC. */
public enum ReturnReason {
    /** Cannot be read, or is too large. */
    UNPROCESSABLE,
    /** The author has, and had, no right to write there. Rule: R-SHARE */
    NOT_ALLOWED,
    /** A value breaks a rule of its kind. */
    INVALID,
    /** The record is not known, or belongs to another dossier. */
    UNKNOWN_RECORD,
    /** That kind is written by commands alone. */
    COMMAND_ONLY,
    /** The record was created by a change that came back. */
    DEPENDS_ON,
    /** Saved together with a change that came back. */
    TOGETHER_WITH,
    /** What a command expected is not so any more: it is not done. */
    STALE,
    /** The rule of a step says no; the detail is the code of its refusal. Rules: R-SEG-5, R-SEG-6, R-SEG-7, R-REQ, R-MAN */
    REFUSED_STEP
}
