package org.tournee.mobile.store;

import org.tournee.rights.RightsCatalogue;
import org.tournee.rights.ShippedCatalogue;
import org.tournee.sync.Wire;

/**
 * Opens sealed values that say nothing, and reads the catalogue that every phone is shipped with, as often as Java needs to
 * compile what does it, so that the store opens sooner after the PIN. For the time in which a PIN is typed: it takes a
 * processor for some tenths of a second.
 */
public final class Rehearsal {

    /** As many as the compiler waits for; a store of a full caseload has more. */
    private static final int OPENED = 6_000;

    private static final int READ = 20;

    /** As a record has. */
    private static final int BYTES = 600;

    private static final PinCost CHEAPEST = new PinCost(32, 1, 4);

    private Rehearsal() {}

    /** Does it once. Neither reads nor writes anything of a phone. */
    public static void run() {
        byte[] key = Argon2id.key(new byte[1], new byte[PinLock.SALT_BYTES], CHEAPEST);
        Sealing sealing = new Sealing(key);
        byte[] sealed = sealing.seal(new byte[BYTES], "");
        for (int i = 0; i < OPENED; i++) {
            sealing.open(sealed, "");
        }
        String catalogue = Wire.json(ShippedCatalogue.FR.catalogue());
        for (int i = 0; i < READ; i++) {
            Wire.read(RightsCatalogue.class, catalogue);
        }
    }
}
