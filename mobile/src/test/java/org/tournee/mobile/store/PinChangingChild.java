package org.tournee.mobile.store;

import java.nio.file.Path;
import java.time.Clock;

/** A phone in a process of its own that changes its PIN as fast as it can until it is killed, and says to which. */
public final class PinChangingChild {

    private static final int FIRST = 100_000;
    private static final int STEP = 7_919;
    private static final int MANY = 900_000;

    private PinChangingChild() {}

    /**
     * Changes it until it is killed.
     *
     * @param args the folder, and the PIN
     */
    public static void main(String[] args) {
        String pin = args[1];
        if (!(PhoneFile.unlock(Path.of(args[0]), pin, Clock.systemUTC()) instanceof Unlocking.Unlocked unlocked)) {
            System.out.println("refused");
            return;
        }
        while (true) {
            String next = after(pin);
            System.out.println("changing " + next);
            if (!unlocked.store().changePin(pin, next, PhoneStoreFixture.CHEAP).equals(new PinChange.Changed())) {
                System.out.println("refused");
                return;
            }
            System.out.println("changed " + next);
            pin = next;
        }
    }

    /** Another PIN. */
    static String after(String pin) {
        return Integer.toString(FIRST + (Integer.parseInt(pin) + STEP) % MANY);
    }
}
