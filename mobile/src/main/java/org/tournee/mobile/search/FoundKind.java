package org.tournee.mobile.search;

/** What was found, in the order in which it is shown. */
public enum FoundKind {
    DOSSIER,
    PERSON,
    ACTION,
    RIGHT,
    CONTACT
}
