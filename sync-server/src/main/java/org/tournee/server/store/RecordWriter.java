package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tournee.server.audit.AuditEntry;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;

/** Writes what the server itself has to write, with the same positions, facts and audit as a phone's operations. */
@Singleton
public class RecordWriter {

    private final WorkspaceStore workspaces;
    private final IdSource ids;

    RecordWriter(WorkspaceStore workspaces, IdSource ids) {
        this.workspaces = workspaces;
        this.ids = ids;
    }

    /** A new id that grows with time. */
    public RecordId newId() {
        return new RecordId(ids.next());
    }

    /** Locks the buckets until the transaction ends: what is read next stays true. */
    public void lock(Connection connection, Actor actor, Collection<BucketId> buckets) throws SQLException {
        new Heads(connection, actor.organisation()).lock(buckets);
    }

    /**
     * Writes the drafts that differ from what is there.
     *
     * @param touched buckets whose grants change besides: their heads are taken too
     */
    public void write(
            Connection connection,
            Actor actor,
            List<Draft> drafts,
            Collection<BucketId> touched,
            List<AuditEntry> audits,
            Instant at)
            throws SQLException {
        Set<BucketId> buckets = new HashSet<>(touched);
        Set<RecordId> records = new HashSet<>();
        for (Draft draft : drafts) {
            buckets.add(draft.bucket());
            records.add(draft.id());
        }
        Workspace workspace = new Workspace(at, ids);
        workspaces.load(connection, actor.organisation(), workspace, buckets, records);
        for (Draft draft : drafts) {
            put(workspace, actor, draft);
        }
        workspace.touch(touched);
        audits.forEach(workspace::audit);
        workspaces.flush(connection, actor.organisation(), workspace);
    }

    private static void put(Workspace workspace, Actor actor, Draft draft) {
        RecordRow before = workspace.record(draft.id());
        if (before != null && !before.kind().equals(draft.kind().code())) {
            throw new IllegalStateException(
                    "A record keeps its kind"); // else a form's id could take another record's place
        }
        if (before != null
                && before.groups().changesSince(draft.groups()).isEmpty()
                && draft.groups().changesSince(before.groups()).isEmpty()) {
            return;
        }
        workspace.put(new RecordRow(
                draft.id(),
                draft.kind().code(),
                draft.dossier(),
                draft.bucket(),
                0,
                before == null ? 1 : before.rev() + 1,
                before == null ? actor.worker() : before.author(),
                actor.worker(),
                workspace.at(),
                null,
                false,
                before == null ? Map.of() : before.stamps(),
                draft.keyOwner(),
                draft.groups()));
    }
}
