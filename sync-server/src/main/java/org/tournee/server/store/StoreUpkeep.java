package org.tournee.server.store;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done to the store from time to time; any instance may do it, and all of them at once. */
@Singleton
final class StoreUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(StoreUpkeep.class);

    /** So many at a time: each is a short transaction. */
    private static final int BATCH = 200;

    private final ChecksumCount checksums;

    StoreUpkeep(ChecksumCount checksums) {
        this.checksums = checksums;
    }

    @Scheduled(initialDelay = "2m", fixedDelay = "1h")
    void run() {
        int counted = 0;
        int some;
        do {
            some = checksums.countMissing(BATCH);
            counted += some;
        } while (some == BATCH);
        LOG.info("Counted {} checksums", counted);
    }
}
