package org.tournee.server.sync;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets so many phones fetch much at a time and no more, so that a morning on which a whole service enrols leaves the
 * others their few changes. What is small is never kept waiting.
 */
@Singleton
class Admission {

    /** Whoever asks for more buckets than this from their beginning fetches much: a dossier that is new has two or three. */
    static final int FEW = 6;

    private final Semaphore places;

    /** @param atOnce how many large pulls are answered at the same time */
    Admission(@Value("${tournee.sync.large-pulls:6}") int atOnce) {
        this.places = new Semaphore(atOnce);
    }

    /** A place that is held until it is closed; closing it again changes nothing. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A place for a pull with those cursors, at once or not at all.
     *
     * @return empty where it is large and all places for large ones are taken
     */
    Optional<Place> enter(Map<String, Long> cursors) {
        long fromTheBeginning =
                cursors.values().stream().filter(cursor -> cursor == 0).count();
        if (fromTheBeginning <= FEW) {
            return Optional.of(() -> {});
        }
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        AtomicBoolean held = new AtomicBoolean(true);
        return Optional.of(() -> {
            if (held.getAndSet(false)) {
                places.release();
            }
        });
    }
}
