package org.tournee.server.store;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.server.database.Database;

/** What has to be done to the store from time to time; any instance may do it, and all of them at once. */
@Singleton
final class StoreUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(StoreUpkeep.class);

    /** So many at a time: each is a short transaction. */
    private static final int BATCH = 200;

    private final ChecksumCount checksums;
    private final TombstonePurge tombstones;
    private final TermSweep terms;
    private final Keyring keyring;
    private final Database database;
    private final Clock clock;

    StoreUpkeep(
            ChecksumCount checksums,
            TombstonePurge tombstones,
            TermSweep terms,
            Keyring keyring,
            Database database,
            Clock clock) {
        this.checksums = checksums;
        this.tombstones = tombstones;
        this.terms = terms;
        this.keyring = keyring;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "2m", fixedDelay = "1h")
    void run() {
        Instant now = clock.instant();
        LOG.info(
                "Counted {} checksums, purged {} buckets of tombstones",
                toTheEnd(() -> checksums.countMissing(BATCH)),
                toTheEnd(() -> tombstones.purge(now, BATCH)));
    }

    /** Often enough that a term which begins with the day is there when the day's work begins. */
    @Scheduled(initialDelay = "${tournee.terms.delay:30s}", fixedDelay = "${tournee.terms.interval:5m}")
    void sweepTerms() {
        terms.sweep(clock.instant());
    }

    /** A key that another instance destroyed does not stay in this one's memory. Rule: R-GDPR. */
    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void forgetDestroyedKeys() {
        database.read(connection -> {
            keyring.forgetDestroyed(connection);
            return null;
        });
    }

    private static int toTheEnd(IntSupplier batch) {
        int all = 0;
        int some;
        do {
            some = batch.getAsInt();
            all += some;
        } while (some == BATCH);
        return all;
    }
}
