package org.tournee.dossier;

/** In what quality a worker answers for a dossier. Rule: R-REF. */
public enum ReferentRole {
    /** Référent social. */
    REFERENT,
    /** Référent administratif (002 §4.1). */
    ADMIN_REFERENT,
    /** Stands in for the referent during an absence, with full view. */
    REPLACEMENT
}
