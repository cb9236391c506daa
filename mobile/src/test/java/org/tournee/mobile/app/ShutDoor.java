package org.tournee.mobile.app;

import java.util.Optional;

/** The door of a phone that a test opened by itself: it stays as it is. */
public class ShutDoor implements PhoneDoor {

    @Override
    public void lock() {
        // the test closes it
    }

    @Override
    public void logOut() {
        // the test closes it
    }

    @Override
    public Optional<Entrance.Refused> signInAgain(String login, String password) {
        return Optional.of(new Entrance.Refused(Entrance.Reason.NO_NETWORK));
    }

    @Override
    public Optional<Entrance.Answer> tryPin(String pin) {
        return Optional.empty();
    }

    @Override
    public Optional<Entrance.Answer> changePin(String present, String next) {
        return Optional.of(new Entrance.WrongPin(0));
    }

    @Override
    public void speak(Language language) {}
}
