package org.tournee.dossier;

/** Where the follow-up stands. */
public enum DossierStatus {
    OPEN,
    CLOSED
}
