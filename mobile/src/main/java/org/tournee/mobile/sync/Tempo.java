package org.tournee.mobile.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How fast the engine goes.
 *
 * @param debounce after a save: changes made together are sent together
 * @param poll how often it looks even where nothing woke it
 * @param firstBackOff the bound of the first wait after a temporary failure
 * @param longestBackOff the bound that doubling stops at
 * @param patience how long a whole answer may take
 */
public record Tempo(
        Duration debounce, Duration poll, Duration firstBackOff, Duration longestBackOff, Duration patience) {

    private static final int MOST_DOUBLINGS = 20;

    /** On a phone. Source: docs/sync.md, limits. */
    public static final Tempo PHONE = new Tempo(
            Duration.ofMillis(400),
            Duration.ofMinutes(5),
            Duration.ofSeconds(1),
            Duration.ofMinutes(15),
            Duration.ofSeconds(90));

    /** Full jitter: anything from nothing to the bound, so that many phones do not come back together. */
    Duration backOff(int failures, RandomGenerator random) {
        Duration bound = firstBackOff.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS));
        Duration capped = bound.compareTo(longestBackOff) > 0 ? longestBackOff : bound;
        return Duration.ofMillis(random.nextLong(capped.toMillis() + 1));
    }
}
