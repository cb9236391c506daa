package org.tournee.server.load;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How much is in hand at a time of what comes in large bodies. Each kind has its own, so that slow pictures do not keep
 * a text waiting, nor strangers at the door those who are known.
 */
@Factory
final class LoadFactory {

    private final Duration patience;

    /** @param patience how long a sender waits before it is asked to come back, in milliseconds */
    LoadFactory(@Value("${tournee.load.patience}") long patience) {
        this.patience = Duration.ofMillis(patience);
    }

    @Singleton
    @Named(Kinds.PUSH)
    Bodies pushes(@Value("${tournee.load.push-kib}") int kib, @Value("${tournee.load.pushes-at-once}") int atOnce) {
        return new Bodies(kib, atOnce, patience);
    }

    @Singleton
    @Named(Kinds.DOOR)
    Bodies doors(@Value("${tournee.load.door-kib}") int kib, @Value("${tournee.load.doors-at-once}") int atOnce) {
        return new Bodies(kib, atOnce, patience);
    }

    @Singleton
    @Named(Kinds.DOCUMENT)
    Places documents(@Value("${tournee.load.documents-at-once}") int atOnce) {
        return new Places(atOnce, patience);
    }
}
