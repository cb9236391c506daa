package org.tournee.server.demo;

import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.inject.qualifiers.PrimaryQualifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * A clock for demonstrations of what takes weeks: the computer's, ahead by what a file says, an ISO 8601 duration such as
 * {@code PT720H}. The file is read at each look, so that whoever writes it moves the service; it is to be replaced
 * whole. No configuration puts this clock into a service: the program that starts the demonstration alone does.
 */
final class DemoClock extends Clock {

    private final Path ahead;
    private final Clock computers;

    DemoClock(Path ahead, Clock computers) {
        this.ahead = ahead;
        this.computers = computers;
    }

    /** It, in place of the server's only clock. */
    static RuntimeBeanDefinition<Clock> bean(Path ahead) {
        Supplier<Clock> clock = () -> new DemoClock(ahead, Clock.systemUTC());
        return RuntimeBeanDefinition.builder(Clock.class, clock)
                .qualifier(PrimaryQualifier.instance())
                .singleton(true)
                .build();
    }

    @Override
    public ZoneId getZone() {
        return computers.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemoClock(ahead, computers.withZone(zone));
    }

    @Override
    public Instant instant() {
        try {
            return computers
                    .instant()
                    .plus(Duration.parse(Files.readString(ahead).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("The demonstration's clock cannot be read", e);
        }
    }
}
