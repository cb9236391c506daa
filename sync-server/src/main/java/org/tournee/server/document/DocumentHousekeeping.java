package org.tournee.server.document;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.server.database.Database;

/**
 * Ends uploads whose description came later, and sweeps those that were abandoned: a phone keeps its bytes until they are
 * held, and begins again. Rule: R-DOC.
 */
@Singleton
class DocumentHousekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentHousekeeping.class);

    /** An upload that nobody moved on for so long is abandoned. */
    static final Duration ABANDONED = Duration.ofDays(7);

    private final Database database;
    private final Custodian custodian;
    private final Pieces pieces;
    private final Clock clock;

    DocumentHousekeeping(Database database, Custodian custodian, Pieces pieces, Clock clock) {
        this.database = database;
        this.custodian = custodian;
        this.pieces = pieces;
        this.clock = clock;
    }

    /** One upload that fails does not stop the others. */
    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void endDescribed() {
        Instant now = clock.instant();
        for (Upload upload : unfinished(Upload.State.WHOLE, now)) {
            try {
                custodian.end(upload);
            } catch (IOException e) {
                LOG.warn("The store of documents cannot be reached: tried again in a minute", e);
            }
        }
    }

    /** How many were swept. */
    @Scheduled(initialDelay = "10m", fixedDelay = "1h")
    int sweepAbandoned() {
        int swept = 0;
        for (Upload upload : unfinished(Upload.State.ARRIVING, clock.instant().minus(ABANDONED))) {
            try {
                sweep(upload);
                swept++;
            } catch (IOException e) {
                LOG.warn("The pieces of an abandoned upload cannot be removed: tried again in an hour", e);
            }
        }
        LOG.info("Removed {} abandoned uploads", swept);
        return swept;
    }

    private void sweep(Upload upload) throws IOException {
        database.write(connection -> {
            new UploadTable(connection).remove(upload);
            return null;
        });
        pieces.removeAll(upload);
    }

    private List<Upload> unfinished(Upload.State state, Instant untouchedSince) {
        return database.read(connection -> new UploadTable(connection).unfinished(state, untouchedSince));
    }
}
