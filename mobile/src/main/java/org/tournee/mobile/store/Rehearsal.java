package org.tournee.mobile.store;

import java.security.SecureRandom;

/**
 * What opening a store runs, run over nothing while somebody types the PIN: Java makes fast what has run before, and the
 * list comes so much sooner after the last digit (docs/decisions/0070).
 */
public final class Rehearsal {

    /** As much work as a tenth of the real one, in a small part of its memory. */
    private static final PinCost COST = new PinCost(4 * 1024, 5, 1);

    private static final int RECORDS = 2_000;
    private static final int RECORD_BYTES = 600;

    private Rehearsal() {}

    /** Takes some tenths of a second; touches no store. */
    public static void run() {
        byte[] key = new byte[Sealing.KEY_BYTES];
        SecureRandom random = new SecureRandom();
        random.nextBytes(key);
        PinLock.close(key, "", COST, random).open("");
        Sealing sealing = new Sealing(key);
        byte[] sealed = sealing.seal(new byte[RECORD_BYTES], "");
        for (int record = 0; record < RECORDS; record++) {
            sealing.open(sealed, "");
        }
    }
}
