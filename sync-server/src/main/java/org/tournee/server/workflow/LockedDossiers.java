package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.WorkerId;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Assignments;
import org.tournee.server.store.DossierStandings;
import org.tournee.server.store.Grants;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.RecordWriter;
import org.tournee.sync.RecordId;

/** Reads a dossier that is about to be written to. */
@Singleton
class LockedDossiers {

    private final RecordTable records;
    private final RecordWriter writer;
    private final DossierStandings standings;

    LockedDossiers(RecordTable records, RecordWriter writer, DossierStandings standings) {
        this.records = records;
        this.writer = writer;
        this.standings = standings;
    }

    /** All of a dossier, whatever the worker may see of it, and how they stand to it. */
    record Locked(DossierContents contents, DossierStandings.DossierStanding standing) {}

    /**
     * Locks every bucket of a dossier until the transaction ends, then reads it.
     *
     * @return empty where there is no such dossier, or it was merged into another
     */
    Optional<Locked> lock(Connection connection, Actor actor, WorkerId worker, DossierId dossier, Instant at)
            throws SQLException {
        RecordId own = new RecordId(dossier.value());
        if (records.find(connection, actor.organisation(), List.of(own)).isEmpty()) {
            return Optional.empty(); // locking would make its buckets
        }
        writer.lock(connection, actor, Assignments.all(new Grants(connection, actor.organisation()), dossier));
        List<StoredRecord> stored = records.ofDossier(connection, actor.organisation(), dossier).stream()
                .filter(row -> !row.deleted())
                .map(RecordRow::stored)
                .toList();
        DossierStandings.DossierStanding standing = standings.of(connection, actor.organisation(), worker, dossier, at);
        return DossierContents.of(dossier, stored).map(contents -> new Locked(contents, standing));
    }

    /** Whether any record of the organisation has that id. */
    boolean isRecord(Connection connection, Actor actor, RecordId id) throws SQLException {
        return !records.find(connection, actor.organisation(), List.of(id)).isEmpty();
    }
}
