package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tournee.access.Act;
import org.tournee.access.Decision;
import org.tournee.access.Subject;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.store.DossierStandings;
import org.tournee.server.store.DossierStandings.DossierStanding;
import org.tournee.server.store.OpenReturns;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.sync.RecordId;
import org.tournee.sync.ReturnedChange;

/** Reads one change that came back, and nothing else of its dossier; decided and audited. Rules: R-SHARE, R-AUD. */
@Singleton
class ReturnReader {

    /** What came of it. */
    sealed interface Reading {}

    /**
     * The change.
     *
     * @param household empty where the viewer may not know it, or it is of no dossier
     */
    record Seen(OpenReturns.Open open, ReturnedChange change, Optional<String> household, boolean mayClose)
            implements Reading {}

    /** The viewer may not know what it says: audited too. */
    record Hidden() implements Reading {}

    /** There is no such change, or somebody has closed it. */
    record Unknown() implements Reading {}

    private final Database database;
    private final OpenReturns returns;
    private final DossierStandings standings;
    private final RecordTable records;
    private final AuditTrail audit;
    private final Viewer viewer;

    ReturnReader(
            Database database,
            OpenReturns returns,
            DossierStandings standings,
            RecordTable records,
            AuditTrail audit,
            Viewer viewer) {
        this.database = database;
        this.returns = returns;
        this.standings = standings;
        this.records = records;
        this.audit = audit;
        this.viewer = viewer;
    }

    Reading read(WebSession session, RecordId returned) {
        Instant now = viewer.now();
        return database.write(connection -> {
            Optional<OpenReturns.Open> open = returns.find(connection, session.organisation(), returned);
            return open.isEmpty() ? new Unknown() : read(connection, session, open.get(), now);
        });
    }

    private Reading read(Connection connection, WebSession session, OpenReturns.Open open, Instant now)
            throws SQLException {
        DossierStanding standing =
                standings.of(connection, session.organisation(), session.worker(), open.dossier(), now);
        boolean may = open.allows(standing, Act.VIEW);
        AuditEntry.Act act = may ? AuditEntry.Act.READ : AuditEntry.Act.REFUSE;
        audit.append(
                connection,
                session.organisation(),
                List.of(new AuditEntry(
                        now, session.worker(), null, act, open.dossier(), open.record(), "returned change")));
        if (!may) {
            return new Hidden();
        }
        ReturnedChange change = find(connection, session, open.record())
                .map(row -> row.groups().as(ReturnedChange.class))
                .orElseThrow(() -> new IllegalStateException("An open return has a record"));
        return new Seen(
                open,
                change,
                household(connection, session, open, standing),
                open.allows(standing, Act.SETTLE_CONFLICT));
    }

    private Optional<String> household(
            Connection connection, WebSession session, OpenReturns.Open open, DossierStanding standing)
            throws SQLException {
        DossierId dossier = open.dossier();
        if (dossier == null || standing.decide(Act.VIEW, Subject.dossier()) instanceof Decision.Refused) {
            return Optional.empty();
        }
        return find(connection, session, new RecordId(dossier.value()))
                .map(row -> row.groups().as(Dossier.class).household().name());
    }

    private Optional<RecordRow> find(Connection connection, WebSession session, RecordId id) throws SQLException {
        return records.find(connection, session.organisation(), List.of(id)).stream()
                .findFirst();
    }
}
