package org.tournee.mobile.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.device.Lifecycle;

/** Locks the phone when the app comes back after a while in the background. */
final class AutoLock {

    /** A call or a photo must not cost a PIN; a phone left on a table must. */
    private static final Duration LONGEST_AWAY = Duration.ofMinutes(5);

    private final Clock clock;
    private final Runnable lock;
    private @Nullable Instant left;

    AutoLock(Clock clock, Runnable lock) {
        this.clock = clock;
        this.lock = lock;
    }

    /** Listens to the device, where it tells. */
    void listen(Lifecycle device) {
        device.onPause(this::leave);
        device.onResume(this::comeBack);
    }

    void leave() {
        left = clock.instant();
    }

    void comeBack() {
        Instant since = left;
        left = null;
        if (since != null && Duration.between(since, clock.instant()).compareTo(LONGEST_AWAY) >= 0) {
            lock.run();
        }
    }
}
