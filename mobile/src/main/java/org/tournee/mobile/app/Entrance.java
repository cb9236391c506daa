package org.tournee.mobile.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.PhoneStore;
import org.tournee.mobile.sync.SyncControl;

/** The door to what the phone holds: enrols it once, opens it with the PIN each time. Both may take seconds. */
public interface Entrance {

    /** Digits that a PIN has at least. */
    int SHORTEST_PIN = 6;

    /** Digits that a PIN has at most. */
    int LONGEST_PIN = 12;

    /** Those who have a store on this phone, the one who used it last first. */
    List<Holder> holders();

    /** Tries a PIN. */
    Answer unlock(Holder holder, String pin);

    /** Signs in at the server, makes the store, and begins the first sync, which goes on in the background. */
    Answer enrol(NewPhone asked);

    /** Sends what waits in stores that nobody has open, as far as there is network: no PIN is needed for that. */
    void deliver();

    /** Gets ready to open, while a PIN is typed: neither reads nor writes a store, and takes a processor for a moment. */
    void rehearse();

    /**
     * Somebody who has a store on this phone.
     *
     * @param key of the store, opaque
     * @param initials empty where they cannot be told without the PIN
     * @param server the address of their service; empty where it cannot be told without the PIN
     * @param lastUsed by the phone's clock
     * @param recoverable whether the server can help to open it when the PIN is forgotten
     */
    record Holder(String key, String initials, String server, Instant lastUsed, boolean recoverable) {}

    /**
     * What the worker entered.
     *
     * @param server the base address
     * @param pin {@link #SHORTEST_PIN} digits or more; never leaves the phone
     * @param forgotten whose PIN was forgotten: the store goes on under the new one; where the server cannot help, what
     *     waits there is delivered, and a new store takes its place
     * @param draftsGivenUp whether whoever was promised their drafts has agreed to go on without them
     */
    record NewPhone(
            String server,
            String login,
            String password,
            String pin,
            @Nullable Holder forgotten,
            boolean draftsGivenUp) {

        /** The same without the drafts of the forgotten store. */
        NewPhone givingUpDrafts() {
            return new NewPhone(server, login, password, pin, forgotten, true);
        }

        /** Without the secrets: it may get into a log. */
        @Override
        public String toString() {
            return "NewPhone";
        }
    }

    /** What came of it. */
    sealed interface Answer {}

    /** Open. */
    record Opened(PhoneStore store, DocumentFiles documents, SyncControl sync, Latch latch) implements Answer {}

    /**
     * Another PIN, or a try too soon after others.
     *
     * @param waitSeconds how long the next try must wait; 0 for not at all
     */
    record WrongPin(long waitSeconds) implements Answer {}

    /**
     * The server cannot help to open a store that seemed recoverable: going on would leave its drafts behind. Nothing has
     * changed so far.
     */
    record DraftsAtStake() implements Answer {}

    /** Not open, and nothing lost. */
    record Refused(Reason reason) implements Answer {}

    /** What can be done with a store that is open. */
    interface Latch {

        /** Whether its worker logged out and has not signed in since. */
        boolean isSignedOut();

        /** Signs the same worker in again, on the same store; empty where it worked. May take seconds. */
        Optional<Refused> signInAgain(String login, String password);

        /** Tries the PIN, counted like one at the door; empty where it is the right one. May take seconds. */
        Optional<Answer> tryPin(String pin);

        /** Gives the store another PIN; empty where it worked, else the present one stays. May take seconds. */
        Optional<Answer> changePin(String present, String next);

        /** Sends what waits as far as there is network, gives the access back, and closes. May take seconds. */
        void logOut();

        /** Closes, and removes what is held for good. */
        void wipe();

        /** Stops the sync and seals the store again. */
        void close();
    }

    /** Why; each has a message that says what to do. */
    enum Reason {
        NO_NETWORK,
        NOT_A_SERVER,
        WRONG_PASSWORD,
        NOT_ALLOWED,
        REVOKED,
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
