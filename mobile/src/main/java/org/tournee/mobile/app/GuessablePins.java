package org.tournee.mobile.app;

/** PINs that somebody who found the phone would try first. */
final class GuessablePins {

    private GuessablePins() {}

    /** One digit over and over, or digits in a row. */
    static boolean has(String pin) {
        int step = pin.charAt(1) - pin.charAt(0);
        for (int at = 1; at < pin.length(); at++) {
            if (pin.charAt(at) - pin.charAt(at - 1) != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }
}
