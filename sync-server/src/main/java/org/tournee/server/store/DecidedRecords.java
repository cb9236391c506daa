package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tournee.organisation.OrganisationId;
import org.tournee.sync.BucketId;

/** Records that the server itself wrote: noted as rows for the archive, and written again from it. */
@Singleton
public class DecidedRecords {

    private final RecordTable records;
    private final WorkspaceStore workspaces;
    private final IdSource ids;

    DecidedRecords(RecordTable records, WorkspaceStore workspaces, IdSource ids) {
        this.records = records;
        this.workspaces = workspaces;
        this.ids = ids;
    }

    /**
     * Writes a record as it was decided, at a new position. One that stands so already is left alone, and so is one whose
     * dossier was erased since.
     *
     * @param image JSON of the row
     */
    public void apply(Connection connection, OrganisationId organisation, String image) throws SQLException {
        List<RecordRow> decided = records.fromImage(connection, organisation, image);
        for (RecordRow row : decided) {
            Workspace workspace = new Workspace(row.changedAt(), ids);
            Set<BucketId> buckets = new HashSet<>(Set.of(row.bucket()));
            buckets.addAll(
                    records.buckets(connection, organisation, Set.of(row.id())).values());
            workspaces.load(connection, organisation, workspace, buckets, List.of(row.id()));
            RecordRow before = workspace.record(row.id());
            if (before == null || !stands(before, row)) {
                long rev = before == null ? row.rev() : Math.max(before.rev() + 1, row.rev());
                workspace.put(row.atRev(rev));
                workspaces.flushOperations(connection, organisation, workspace);
            }
        }
    }

    private static boolean stands(RecordRow before, RecordRow decided) {
        return before.rev() >= decided.rev()
                && before.deleted() == decided.deleted()
                && before.groups().changesSince(decided.groups()).isEmpty()
                && decided.groups().changesSince(before.groups()).isEmpty();
    }
}
