package org.tournee.outreach;

/** Why one goes to a household: objective criteria, the strongest first. Rule: R-OUT. Source: 004 §2.1.2. */
public enum Ground {
    /** A right that is held lapses unless resources are declared, or a request waits for a paper or a step. */
    RIGHT_LAPSING,
    /** A contact that the norm expects is late. */
    NORM_LATE,
    /** Something happened that opens rights, and nobody looked at them together since. */
    TRIGGER,
    /** A contact that the norm expects falls due. */
    NORM_DUE,
    /** Nobody was in touch for long, where no norm runs. */
    NO_CONTACT
}
