package org.tournee.server.erasure;

/** Why a dossier is erased. A code and no text: what is kept of an erasure says nothing of the person. The names are stored. */
public enum ErasureReason {
    /** It was kept as long as the law and the service's rules ask. */
    RETENTION_OVER,
    ASKED_BY_PERSON,
    OPENED_BY_MISTAKE,
    /** By a court or a supervisory authority. */
    ORDERED
}
