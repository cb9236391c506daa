package org.tournee.server.load;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** So many at a time and no more; the others wait, and are served in the order in which they came. */
public final class Places {

    private final Semaphore free;
    private final Duration patience;

    /**
     * @param count how many at a time, at least one
     * @param patience how long somebody waits for a place; zero: it is there at once or not at all
     */
    public Places(int count, Duration patience) {
        if (count < 1) {
            throw new IllegalArgumentException("Nobody is served where there is no place");
        }
        this.free = new Semaphore(count, true);
        this.patience = patience;
    }

    /** A place that is held until it is closed; closing it again changes nothing. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a place.
     *
     * @return empty where none came free in time
     */
    public Optional<Place> take() {
        return take(1);
    }

    /**
     * Waits for so many places together.
     *
     * @return empty where that many did not come free in time
     */
    public Optional<Place> take(int many) {
        try {
            return free.tryAcquire(many, patience.toNanos(), TimeUnit.NANOSECONDS)
                    ? Optional.of(taken(many))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Place taken(int many) {
        AtomicBoolean held = new AtomicBoolean(true);
        return () -> {
            if (held.getAndSet(false)) {
                free.release(many);
            }
        };
    }
}
