package org.tournee.mobile.store;

/** What came of changing the PIN. Nothing of what is stored changes with it. */
public sealed interface PinChange {

    /** The new PIN opens the store from now on, and the earlier one does not. */
    record Changed() implements PinChange {}

    /**
     * The present PIN is another, or was tried too soon after others: it stays.
     *
     * @param waitSeconds how long the next try must wait; 0 for not at all
     */
    record WrongPin(long waitSeconds) implements PinChange {}
}
