package org.tournee.server.sync;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.tournee.server.load.Places;

/**
 * Lets so many phones fetch much at a time and no more, so that a morning on which a whole service enrols leaves the
 * others their few changes. What is small is never kept waiting.
 */
@Singleton
class Admission {

    /** Whoever asks for more buckets than this from their beginning fetches much: a dossier that is new has two or three. */
    static final int FEW = 6;

    private final Places places;

    /** @param atOnce how many large pulls are answered at the same time */
    Admission(@Value("${tournee.sync.large-pulls:6}") int atOnce) {
        this.places = new Places(atOnce, Duration.ZERO);
    }

    /**
     * A place for a pull with those cursors, at once or not at all.
     *
     * @return empty where it is large and all places for large ones are taken
     */
    Optional<Places.Place> enter(Map<String, Long> cursors) {
        long fromTheBeginning =
                cursors.values().stream().filter(cursor -> cursor == 0).count();
        return fromTheBeginning <= FEW ? Optional.of(() -> {}) : places.take();
    }
}
