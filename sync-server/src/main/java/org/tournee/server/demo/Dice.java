package org.tournee.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.tournee.sync.RecordId;

/** Chance from a seed: the same seed and the same questions give the same answers. Not safe for several threads. */
final class Dice {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Dice of their own, so that one part of the service does not change another. */
    Dice split() {
        return new Dice(random.nextLong());
    }

    /** From {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** True in {@code percent} of a hundred cases. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of the values, as often as its weight says. */
    <T> T weighted(List<T> values, int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int rolled = random.nextInt(total);
        for (int i = 0; i < values.size(); i++) {
            rolled -= weights[i];
            if (rolled < 0) {
                return values.get(i);
            }
        }
        throw new IllegalArgumentException("More weights than values");
    }

    /** A day from {@code first} to {@code last}, both included; {@code first} where there is none. */
    LocalDate day(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last);
        return days <= 0 ? first : first.plusDays(random.nextLong(days + 1));
    }

    /** A version 4 id. */
    UUID uuid() {
        return new UUID(
                (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT);
    }

    /** A version 7 id, as a phone would have made it at that time. */
    RecordId recordId(Instant at) {
        long high = (at.toEpochMilli() << 16) | VERSION_7 | random.nextLong(0x1000);
        return new RecordId(new UUID(high, (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT));
    }

    /** Sixteen random hexadecimal digits. */
    String salt() {
        return String.format("%016x", random.nextLong());
    }
}
