package org.tournee.mobile.store;

/**
 * Opens sealed values that say nothing, as often as Java needs to compile what opens them, so that the store opens sooner
 * after the PIN. For the time in which a PIN is typed: it takes a processor for some tenths of a second.
 */
public final class Rehearsal {

    /** As many as the compiler waits for; a store of a full caseload has more. */
    private static final int TIMES = 6_000;

    /** As a record has. */
    private static final int BYTES = 600;

    private static final PinCost CHEAPEST = new PinCost(32, 1, 4);

    private Rehearsal() {}

    /** Does it once. Neither reads nor writes anything. */
    public static void run() {
        byte[] key = Argon2id.key(new byte[1], new byte[PinLock.SALT_BYTES], CHEAPEST);
        Sealing sealing = new Sealing(key);
        byte[] sealed = sealing.seal(new byte[BYTES], "");
        for (int i = 0; i < TIMES; i++) {
            sealing.open(sealed, "");
        }
    }
}
