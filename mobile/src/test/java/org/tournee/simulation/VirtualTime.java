package org.tournee.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Time that passes when the seed says so, and the clocks that show it, each as wrong as it may be. */
final class VirtualTime {

    private Instant now = Instant.parse("2026-03-09T08:30:00Z");

    Instant now() {
        return now;
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** A clock that is ahead by what is asked for each time. */
    Clock clock(Supplier<Duration> ahead) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("Nothing asks for the zone of a phone here");
            }

            @Override
            public Instant instant() {
                return now.plus(ahead.get());
            }
        };
    }
}
