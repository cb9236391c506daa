package org.tournee.server.store;

/** How a fact says that its contact was moved to another dossier, in place of what happened there. Rule: R-CON. */
public final class ContactMoved {

    /** The {@code happening} of such a fact. */
    public static final String CODE = "MOVED";

    private ContactMoved() {}
}
