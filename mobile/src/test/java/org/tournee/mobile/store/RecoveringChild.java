package org.tournee.mobile.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;

/** A phone in a process of its own whose PIN is forgotten again and again, until it is killed. Decision: 0044. */
public final class RecoveringChild {

    private RecoveringChild() {}

    /**
     * Gives it other PINs until it is killed.
     *
     * @param args the folder, the store's key, and the PIN
     */
    public static void main(String[] args) {
        PhoneFile file = PhoneFile.in(Path.of(args[0])).get(0);
        byte[] dataKey = Base64.getDecoder().decode(args[1]);
        String pin = args[2];
        while (true) {
            pin = PinChangingChild.after(pin);
            System.out.println("changing " + pin);
            if (!(file.recover(dataKey, pin, PhoneStoreFixture.CHEAP, Clock.systemUTC())
                    instanceof Unlocking.Unlocked unlocked)) {
                System.out.println("refused");
                return;
            }
            System.out.println("changed " + pin);
            unlocked.store().close();
        }
    }
}
