package org.tournee.mobile.app;

import java.util.Optional;

/** What the screens of an open phone can do with its door. */
public interface PhoneDoor {

    /** Seals the store and asks for the PIN again. */
    void lock();

    /** Logs the worker out, in the background: nothing that they saved is lost. */
    void logOut();

    /** Signs the worker in again; empty where it worked. May take seconds: not on the screen's thread. */
    Optional<Entrance.Refused> signInAgain(String login, String password);

    /**
     * Tries the PIN, counted like one at the door; empty where it is the right one. May take seconds: not on the
     * screen's thread.
     */
    Optional<Entrance.Answer> tryPin(String pin);

    /**
     * Gives the phone another PIN; empty where it worked, else the present one stays. May take seconds: not on the
     * screen's thread.
     */
    Optional<Entrance.Answer> changePin(String present, String next);

    /** Shows everything in another language from now on; drafts are kept. Rule: §8 of the domain. */
    void speak(Language language);
}
