package org.tournee.server.conflict;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tournee.access.Act;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.server.store.Actor;
import org.tournee.server.store.DossierStandings;
import org.tournee.server.store.IdSource;
import org.tournee.server.store.OpenReturns;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.Workspace;
import org.tournee.server.store.WorkspaceStore;
import org.tournee.sync.RecordId;

/**
 * Closes a change that came back, once somebody has seen to it: it leaves the author's phone and everybody's list. Its
 * bytes stay in the log. By its author, the referent or the head; the back office closes administrative ones. Rules:
 * R-REC, R-SHARE.
 */
@Singleton
public class SettleReturn {

    /** How it ended. */
    public enum Result {
        CLOSED,
        /** Somebody closed it before, or there never was one. */
        NOT_OPEN,
        NOT_ALLOWED
    }

    private final Database database;
    private final OpenReturns returns;
    private final DossierStandings standings;
    private final RecordTable records;
    private final WorkspaceStore workspaces;
    private final IdSource ids;

    SettleReturn(
            Database database,
            OpenReturns returns,
            DossierStandings standings,
            RecordTable records,
            WorkspaceStore workspaces,
            IdSource ids) {
        this.database = database;
        this.returns = returns;
        this.standings = standings;
        this.records = records;
        this.workspaces = workspaces;
        this.ids = ids;
    }

    public Result close(Actor actor, WorkerId worker, RecordId returned, Instant at) {
        return database.write(connection -> {
            Optional<OpenReturns.Open> open = returns.find(connection, actor.organisation(), returned);
            if (open.isEmpty()) {
                return Result.NOT_OPEN;
            }
            return mayClose(connection, actor, worker, open.get(), at)
                    ? close(connection, actor, worker, open.get(), at)
                    : Result.NOT_ALLOWED;
        });
    }

    private boolean mayClose(Connection connection, Actor actor, WorkerId worker, OpenReturns.Open open, Instant at)
            throws SQLException {
        return open.allows(
                standings.of(connection, actor.organisation(), worker, open.dossier(), at), Act.SETTLE_CONFLICT);
    }

    private Result close(Connection connection, Actor actor, WorkerId worker, OpenReturns.Open open, Instant at)
            throws SQLException {
        RecordRow before = records.find(connection, actor.organisation(), List.of(open.record()))
                .get(0);
        Workspace workspace = new Workspace(at, ids);
        workspaces.load(connection, actor.organisation(), workspace, List.of(before.bucket()), List.of(open.record()));
        RecordRow row = workspace.record(open.record());
        if (row == null || row.deleted()) {
            return Result.NOT_OPEN; // somebody was quicker, before the lock
        }
        workspace.put(row.revised(worker, at, row.occurredAt(), true, row.stamps(), row.groups()));
        workspace.audit(new AuditEntry(
                at, worker, actor.stream(), AuditEntry.Act.SETTLE, open.dossier(), open.record(), "returned change"));
        workspaces.flush(connection, actor.organisation(), workspace);
        return Result.CLOSED;
    }
}
