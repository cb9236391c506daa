package org.tournee.server.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.server.database.Database;
import org.tournee.server.database.DatabaseException;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Epochs;

/**
 * Finds out whether this database was set back, by a restore, a failover to a replica that lagged behind, or a copy put in
 * its place; then every organisation gets a new epoch and the archive is replayed. Rule: R-SYN.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Database database;
    private final DataSource connections;
    private final Epochs epochs;
    private final Replay replay;
    private final Optional<ArchiveStore> archive;

    Recovery(Database database, DataSource connections, Epochs epochs, Replay replay, Optional<ArchiveStore> archive) {
        this.database = database;
        this.connections = connections;
        this.epochs = epochs;
        this.replay = replay;
        this.archive = archive;
    }

    /** Whether this is the database that it was when the service opened. */
    boolean isSameDatabase() {
        return database.read(ArchiveMark::isCurrent);
    }

    /** Brings the database to where the archive is. One server does; the others wait until it has. */
    void recover() {
        try (Connection lock = connections.getConnection();
                PreparedStatement take = lock.prepareStatement("select pg_advisory_lock(?)");
                PreparedStatement release = lock.prepareStatement("select pg_advisory_unlock(?)")) {
            lock.setAutoCommit(true);
            take.setLong(1, ArchiveMark.LOCK);
            take.executeQuery().close();
            try {
                recoverAlone();
            } finally {
                release.setLong(1, ArchiveMark.LOCK);
                release.executeQuery().close();
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private void recoverAlone() {
        ArchiveMark.Identity now = database.read(ArchiveMark.Identity::of);
        @Nullable ArchiveMark mark = database.read(ArchiveMark::read).orElse(null);
        boolean otherDatabase = mark != null && !mark.identity().equals(now);
        ArchiveMark known = mark == null ? new ArchiveMark(now, archiveId(), 0) : knownArchive(mark);
        ArchiveStore.Reading beyond =
                archive.map(store -> store.readFrom(known.position())).orElse(new ArchiveStore.Reading(List.of(), 0));
        if (beyond.damages() > 0) {
            LOG.error("The archive is damaged in {} places: what was there cannot be replayed", beyond.damages());
        }
        boolean lacks = replay.lacksAny(beyond.entries());
        if (otherDatabase || lacks) {
            LOG.warn("The database was set back or is another one: every organisation gets a new epoch");
            database.write(connection -> {
                epochs.mintAll(connection);
                return null;
            });
            if (lacks) {
                replay.run(beyond.entries(), archive.map(ArchiveStore::keys).orElse(List.of()));
            }
        }
        keep(new ArchiveMark(
                now, known.archive(), lacks ? archive.map(ArchiveStore::end).orElse(0L) : known.position()));
    }

    /** Where the archive is another one than before, or lost its end, every operation is archived again. */
    private ArchiveMark knownArchive(ArchiveMark mark) {
        long end = archive.map(ArchiveStore::end).orElse(0L);
        boolean same = mark.archive().equals(archiveId());
        if (archive.isEmpty() || (same && mark.position() <= end)) {
            return mark;
        }
        LOG.warn("This archive does not hold what was archived before: every operation is archived again");
        database.write(connection -> Sql.change(connection, "delete from durable_stream"));
        return new ArchiveMark(mark.identity(), archiveId(), same ? end : 0);
    }

    private void keep(ArchiveMark mark) {
        database.write(connection -> {
            mark.write(connection);
            Sql.change(connection, "delete from replayed_decision");
            return null;
        });
    }

    private String archiveId() {
        return archive.map(ArchiveStore::id).orElse("");
    }
}
