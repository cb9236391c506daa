package org.tournee.mobile.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.tournee.mobile.store.StoreException.Problem;

/**
 * What came of one try of a PIN.
 *
 * <p>It is counted before it is looked at: who kills the app after a wrong try does not get another one for free.
 */
final class PinTry {

    /** A right one waits for nothing. */
    private final Optional<byte[]> dataKey;

    private final long waitSeconds;

    private PinTry(Optional<byte[]> dataKey, long waitSeconds) {
        this.dataKey = dataKey;
        this.waitSeconds = waitSeconds;
    }

    /**
     * What guards a store.
     *
     * @param lock the data key, wrapped by the PIN
     * @param tries how often the PIN was missed lately
     */
    record Guard(PinLock lock, PinTries tries) {}

    /**
     * Tries a PIN; takes about a second on a phone.
     *
     * @param keep writes the count, durable when it returns
     * @throws StoreException UNREADABLE where the lock was altered
     */
    static PinTry of(Guard guard, String pin, Clock clock, Consumer<PinTries> keep) {
        Duration wait = guard.tries().wait(clock.instant());
        if (!wait.isZero()) {
            return new PinTry(Optional.empty(), ceilSeconds(wait));
        }
        if (!guard.lock().isWhole()) {
            throw new StoreException(Problem.UNREADABLE, new SQLException("the lock was altered"));
        }
        PinTries missed = guard.tries().missed(clock.instant());
        keep.accept(missed);
        Optional<byte[]> dataKey = guard.lock().open(pin);
        if (dataKey.isEmpty()) {
            return new PinTry(dataKey, ceilSeconds(missed.wait(clock.instant())));
        }
        keep.accept(PinTries.NONE);
        return new PinTry(dataKey, 0);
    }

    /** What the right PIN opens; empty for another, and for a try too soon after others. */
    Optional<byte[]> dataKey() {
        return dataKey;
    }

    /** How long the next try must wait; 0 for not at all. */
    long waitSeconds() {
        return waitSeconds;
    }

    private static long ceilSeconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
