package org.tournee.mobile.app;

/** Sizes as people read them on the box of a phone: thousands, not powers of two. */
final class Sizes {

    private static final double KILO = 1_000;
    private static final double MEGA = 1_000_000;
    private static final double GIGA = 1_000_000_000;
    private static final int WITHOUT_TENTHS = 10;

    private Sizes() {}

    static String of(long bytes, Messages messages) {
        if (bytes < MEGA) {
            return messages.get("size.kilo", (long) Math.ceil(bytes / KILO));
        }
        return bytes < GIGA
                ? messages.get("size.mega", rounded(bytes / MEGA))
                : messages.get("size.giga", rounded(bytes / GIGA));
    }

    /** A tenth says something of a few, nothing of many. */
    private static double rounded(double many) {
        return many < WITHOUT_TENTHS ? many : Math.rint(many);
    }
}
