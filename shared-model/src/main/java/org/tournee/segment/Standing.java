package org.tournee.segment;

/** Whether a contact counts, and why not. A contact is never refused for it. Rules: R-SEG-2, R-SEG-3, R-SEG-10. */
public enum Standing {
    COUNTS,
    /** A later entry corrects it. */
    CORRECTED,
    /** Was noted in the wrong dossier: it counts in the other. Rule: R-CON. */
    MOVED,
    /** Nobody came or opened: an attempt. */
    NOT_HELD,
    /** Papers were handed in. */
    PAPERS_ONLY,
    /** Held in person, without its duration: to be completed by its author. */
    INCOMPLETE,
    NO_SOCIAL_WORK_TOPIC,
    /** By neither the referent nor a replacement of that day. */
    NOT_BY_REFERENT,
    /** Without an adult of the household, and no network meeting. */
    NO_ADULT,
    /** Another contact of the same local day counts in its place. */
    SAME_DAY
}
