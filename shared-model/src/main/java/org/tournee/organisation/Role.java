package org.tournee.organisation;

/** What a worker may be. Rule: R-SHARE. */
public enum Role {
    /** Assistant·e social·e. */
    SOCIAL_WORKER,
    /** Secrétaire. */
    ADMIN_ASSISTANT,
    /** Responsable. */
    TEAM_HEAD,
    INTAKE_WORKER,
    /** Gestion: administrative fields, and that something exists. */
    BACK_OFFICE,
    /** Aggregates only. */
    DIRECTION,
    /** Technical; sees no dossier. */
    ADMINISTRATOR
}
