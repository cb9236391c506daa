package org.tournee.server.load;

/** The kinds of large bodies, each with places of its own. */
public final class Kinds {

    public static final String PUSH = "push";
    public static final String DOOR = "door";
    public static final String DOCUMENT = "document";

    private Kinds() {}
}
