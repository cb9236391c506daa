package org.tournee.rights;

/** What the sweep found for one right. Rule: R-RDD. */
public enum RightState {
    /** Not today, or not yet. */
    NOT_LOOKED_AT,
    /** Already held. */
    HELD,
    /** Probably eligible: becomes a follow-up. */
    PROBABLE,
    NOT_ELIGIBLE,
    TO_VERIFY,
    /** Declined by the person, with the reason. */
    DECLINED,
    UNDULY_RECEIVED
}
