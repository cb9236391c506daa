package org.tournee.mobile.document;

/** A picture whose parts cannot be told from each other: damaged, or of a kind that this version does not take apart. */
final class UnreadablePictureException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadablePictureException(String what) {
        super(what);
    }
}
