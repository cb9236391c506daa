package org.tournee.mobile.store;

import java.time.Duration;
import java.time.Instant;

/**
 * How often the PIN was missed in a row, and when the next try is looked at.
 *
 * <p>The delay slows somebody who tries by hand; what slows a machine is {@link PinCost}.
 */
record PinTries(int failures, Instant notBefore) {

    static final PinTries NONE = new PinTries(0, Instant.EPOCH);

    private static final int FREE = 3;
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    PinTries missed(Instant now) {
        int next = failures + 1;
        return new PinTries(next, now.plus(delayAfter(next)));
    }

    /** How long to wait; never longer than the last delay, so that a clock set back locks nobody out for years. */
    Duration wait(Instant now) {
        Duration left = Duration.between(now, notBefore);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        Duration bound = delayAfter(failures);
        return left.compareTo(bound) > 0 ? bound : left;
    }

    private static Duration delayAfter(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration delay = FIRST.multipliedBy(1L << Math.min(failures - FREE, MOST_DOUBLINGS));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
