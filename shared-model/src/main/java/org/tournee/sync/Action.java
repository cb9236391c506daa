package org.tournee.sync;

/** What an operation does to its record. */
public enum Action {
    /** Makes the record; every group has a new value and no base. */
    CREATE,
    /** Writes the groups that it names; each has the base that the author saw. */
    CHANGE,
    /** Takes the record away, unless somebody wrote to it meanwhile. */
    DELETE,
    /** Settles a conflict: the record is the conflict, the group {@code settlement} a {@link Settlement}. */
    SETTLE,
    /**
     * Asks the server's state machine for a step: the group {@code command} is a {@link Command}. It stands alone in its
     * transaction, and is never shown as done before the server said so.
     */
    COMMAND
}
