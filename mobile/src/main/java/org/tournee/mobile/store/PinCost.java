package org.tournee.mobile.store;

/**
 * What one try of a PIN costs (Argon2id); kept beside the key that it wraps, so that it can be raised later.
 *
 * @param memoryKib memory in KiB, at least 8 for each lane
 * @param iterations passes over that memory, at least 1
 * @param lanes parallel lanes, at least 1
 */
public record PinCost(int memoryKib, int iterations, int lanes) {

    /** What RFC 9106 recommends where memory is short (§4, second option): about a third of a second on a phone of the middle range. */
    public static final PinCost PHONE = new PinCost(64 * 1024, 3, 4);
}
