package org.tournee.sync;

/**
 * Who may read a record of a dossier. Rule: R-SHARE.
 *
 * <p>{@code SERVICE}: everybody who is linked to the dossier. {@code RESTRICTED} (accès restreint): its author, the
 * referent and the head.
 */
public enum Audience {
    SERVICE,
    RESTRICTED
}
