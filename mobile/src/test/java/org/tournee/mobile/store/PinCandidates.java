package org.tournee.mobile.store;

import java.util.ArrayList;
import java.util.List;

/** The PIN that a killed child knew last, and the one that it may have been giving the store. */
final class PinCandidates {

    private final List<String> pins = new ArrayList<>();

    /** @param pin the one that opens before */
    PinCandidates(String pin) {
        pins.add(pin);
    }

    List<String> pins() {
        return pins;
    }

    /** Hears a line of the child; each counts. */
    boolean heard(String line) {
        String[] words = line.split(" ", -1);
        if (words.length == 2 && words[1].length() == PhoneStoreFixture.PIN.length()) {
            if (words[0].equals("changed")) {
                pins.clear();
            }
            pins.add(words[1]);
        }
        return true;
    }

    @Override
    public String toString() {
        return pins.toString();
    }
}
