package org.tournee.server.database;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import org.tournee.server.load.Lateness;
import org.tournee.server.load.Places;

/**
 * Lets transactions begin in the order in which they were asked for. The pool of connections does not: what becomes
 * free goes to whoever asks at that moment, so that in a rush, as of a whole service after an outage, some would wait
 * for longer than they may while others that came later are served.
 */
@Singleton
final class Turns {

    /** The pool's connections that work outside {@link Database}: one listens to other instances, one locks a replay. */
    private static final int OTHERS = 2;

    private static final String NO_CONNECTION = "08000";

    private final Places places;

    /**
     * @param connections the size of the pool, more than two
     * @param patience how long to wait for a turn, in milliseconds
     */
    Turns(
            @Value("${datasources.default.maximum-pool-size}") int connections,
            @Value("${datasources.default.connection-timeout}") long patience) {
        if (connections <= OTHERS) {
            throw new IllegalArgumentException("The database's pool needs more than " + OTHERS + " connections");
        }
        this.places = new Places(connections - OTHERS, Duration.ofMillis(patience));
    }

    /**
     * Waits until it is this transaction's turn.
     *
     * @throws DatabaseException when that does not come in time, or what asks for it waited too long before: the same
     *     may succeed later
     */
    Places.Place take() {
        Optional<Places.Place> turn = Lateness.isLate() ? Optional.empty() : places.take();
        return turn.orElseThrow(
                () -> new DatabaseException(new SQLTransientConnectionException("No turn", NO_CONNECTION)));
    }
}
