package org.tournee.access;

/** How a worker is linked to a dossier, to a register, or to a record of it. Several may hold at once. Rules: R-SHARE, R-REF. */
public enum Link {
    REFERENT,
    ADMIN_REFERENT,
    /** Stands in for the referent today. */
    REPLACEMENT,
    /** Of the team that serves the dossier's territory. */
    TEAM,
    /** Head of that team. */
    HEAD,
    /** Was referent until lately: sees, and writes no more. */
    FORMER_REFERENT,
    /** Made the record in question. */
    AUTHOR,
    /** Works at the site whose register the record lies in. Rule: R-PER. */
    DESK,
    /** The liaison sheet in question goes to them. Rule: R-PER. */
    ADDRESSEE
}
