package org.tournee.mobile.app;

import org.tournee.mobile.store.PhoneStore;
import org.tournee.mobile.sync.SyncControl;

/** The door to what the phone holds: enrols it once, opens it with the PIN each time. Both may take seconds. */
public interface Entrance {

    /** Digits that a PIN has at least. */
    int SHORTEST_PIN = 6;

    /** Digits that a PIN has at most. */
    int LONGEST_PIN = 12;

    /** Whether this phone holds a worker's store. */
    boolean isEnrolled();

    /** Tries a PIN. */
    Answer unlock(String pin);

    /** Signs in at the server, makes the store, and begins the first sync, which goes on in the background. */
    Answer enrol(NewPhone asked);

    /**
     * What the worker entered.
     *
     * @param server the base address
     * @param pin {@link #SHORTEST_PIN} digits or more; never leaves the phone
     */
    record NewPhone(String server, String login, String password, String pin) {

        /** Without the secrets: it may get into a log. */
        @Override
        public String toString() {
            return "NewPhone";
        }
    }

    /** What came of it. */
    sealed interface Answer {}

    /**
     * Open.
     *
     * @param close stops the sync and seals the store again
     */
    record Opened(PhoneStore store, SyncControl sync, Runnable close) implements Answer {}

    /**
     * Another PIN, or a try too soon after others.
     *
     * @param waitSeconds how long the next try must wait; 0 for not at all
     */
    record WrongPin(long waitSeconds) implements Answer {}

    /** Not open, and nothing lost. */
    record Refused(Reason reason) implements Answer {}

    /** Why; each has a message that says what to do. */
    enum Reason {
        NO_NETWORK,
        NOT_A_SERVER,
        WRONG_PASSWORD,
        NOT_ALLOWED,
        TOO_MANY_TRIES,
        SERVER_TROUBLE,
        APP_TOO_OLD,
        DAMAGED,
        NEWER_THAN_APP,
        BUSY,
        DISK_FULL,
        OTHER
    }
}
