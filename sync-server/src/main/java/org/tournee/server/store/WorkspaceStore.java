package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditTrail;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;

/** Fills a {@link Workspace} under the locks of its buckets, and writes it back. */
@Singleton
public class WorkspaceStore {

    private final RecordTable records;
    private final AuditTrail audit;
    private final MovedBuckets moved;
    private final ArchiveSettings archive;

    WorkspaceStore(RecordTable records, AuditTrail audit, MovedBuckets moved, ArchiveSettings archive) {
        this.records = records;
        this.audit = audit;
        this.moved = moved;
        this.archive = archive;
    }

    /** Locks the buckets until the transaction ends, and reads those of the records that exist. */
    public void load(
            Connection connection,
            OrganisationId organisation,
            Workspace workspace,
            Collection<BucketId> buckets,
            Collection<RecordId> ids)
            throws SQLException {
        Map<BucketId, Long> heads = new Heads(connection, organisation).lock(buckets);
        List<RecordRow> rows = ids.isEmpty() ? List.of() : records.find(connection, organisation, ids);
        Map<Workspace.Field, RecordId> conflicts =
                rows.isEmpty() ? Map.of() : openConflicts(connection, organisation, rows);
        workspace.load(heads, rows, conflicts);
        List<RecordId> open = conflicts.values().stream()
                .filter(id -> workspace.record(id) == null)
                .toList();
        if (!open.isEmpty()) {
            workspace.load(Map.of(), records.find(connection, organisation, open), Map.of());
        }
    }

    /** Writes all of it: heads, records, facts, conflicts, audit. Whoever holds the buckets is woken after the commit. */
    public void flush(Connection connection, OrganisationId organisation, Workspace workspace) throws SQLException {
        flushOperations(connection, organisation, workspace);
        List<RecordRow> rows = workspace.written();
        if (archive.isOn() && !rows.isEmpty()) {
            records.noteDecided(connection, organisation, rows);
        }
    }

    /** Writes what follows from operations: the archive has those, and needs no more. */
    public void flushOperations(Connection connection, OrganisationId organisation, Workspace workspace)
            throws SQLException {
        Map<BucketId, Long> heads = workspace.movedHeads();
        List<RecordRow> rows = workspace.written();
        RecordTable.ToWrite created = records.seal(connection, organisation, workspace.created());
        RecordTable.ToWrite changed = records.seal(connection, organisation, workspace.changed());
        if (!heads.isEmpty()) {
            new Heads(connection, organisation).advance(heads, workspace.checksumChanges());
        }
        if (!rows.isEmpty()) {
            records.insert(connection, organisation, created);
            records.update(connection, organisation, changed);
            new Facts(connection, organisation).write(rows);
            grantRestricted(connection, organisation, workspace, rows);
        }
        Departures.write(connection, organisation, workspace.departures(), workspace.at());
        closeConflicts(connection, organisation, workspace.closedConflicts());
        openConflicts(connection, organisation, workspace.openedConflicts());
        audit.append(connection, organisation, workspace.audits());
        moved.afterCommit(organisation, heads.keySet());
    }

    /** A first restricted record makes a bucket: its author holds it if they hold the dossier, and so does the referent. */
    private static void grantRestricted(
            Connection connection, OrganisationId organisation, Workspace workspace, List<RecordRow> rows)
            throws SQLException {
        Grants grants = new Grants(connection, organisation);
        List<Grants.Grant> given = new ArrayList<>();
        Set<BucketId> seen = new HashSet<>();
        for (RecordRow row : rows) {
            DossierId dossier = row.dossier();
            if (dossier != null && workspace.entered(row) && seen.add(row.bucket())) {
                WorkerId author = row.author();
                if (author != null && grants.holds(author, BucketId.service(dossier))) {
                    given.add(new Grants.Grant(author, row.bucket()));
                }
                for (WorkerId worker : grants.seeEverything(dossier)) {
                    given.add(new Grants.Grant(worker, row.bucket()));
                }
            }
        }
        grants.give(given, workspace.at());
    }

    private static Map<Workspace.Field, RecordId> openConflicts(
            Connection connection, OrganisationId organisation, List<RecordRow> subjects) throws SQLException {
        Map<Workspace.Field, RecordId> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select subject_id, group_name, conflict_id from open_conflict
                where org_id = ? and subject_id = any(?)""")) {
            select.setObject(1, organisation.value());
            select.setArray(2, new SqlArray(connection).ids(subjects, RecordRow::id));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            new Workspace.Field(new RecordId(rows.getObject(1, UUID.class)), rows.getString(2)),
                            new RecordId(rows.getObject(3, UUID.class)));
                }
            }
        }
        return found;
    }

    private static void openConflicts(
            Connection connection, OrganisationId organisation, Map<Workspace.Field, RecordRow> opened)
            throws SQLException {
        if (opened.isEmpty()) {
            return;
        }
        List<Map.Entry<Workspace.Field, RecordRow>> entries = List.copyOf(opened.entrySet());
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into open_conflict
                    (org_id, subject_id, group_name, conflict_id, dossier_id, bucket_id, kind, since)
                select ?, c.subject_id, c.group_name, c.conflict_id, c.dossier_id, c.bucket_id,
                       (select s.kind from record s where s.org_id = ? and s.record_id = c.subject_id),
                       c.since
                from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[])
                     as c(subject_id, group_name, conflict_id, dossier_id, bucket_id, since)
                on conflict (org_id, subject_id, group_name) do update set bucket_id = excluded.bucket_id""")) {
            insert.setObject(1, organisation.value());
            insert.setObject(2, organisation.value());
            insert.setArray(3, arrays.ids(entries, entry -> entry.getKey().record()));
            insert.setArray(4, arrays.texts(entries, entry -> entry.getKey().group()));
            insert.setArray(5, arrays.ids(entries, entry -> entry.getValue().id()));
            insert.setArray(
                    6,
                    arrays.ids(
                            entries,
                            entry -> Objects.requireNonNull(entry.getValue().dossier())));
            insert.setArray(
                    7, arrays.texts(entries, entry -> entry.getValue().bucket().value()));
            insert.setArray(
                    8, arrays.instants(entries, entry -> entry.getValue().changedAt()));
            insert.executeUpdate();
        }
    }

    private static void closeConflicts(Connection connection, OrganisationId organisation, Set<Workspace.Field> closed)
            throws SQLException {
        if (closed.isEmpty()) {
            return;
        }
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement delete = connection.prepareStatement("""
                delete from open_conflict o using unnest(?::uuid[], ?::text[]) as c(subject_id, group_name)
                where o.org_id = ? and o.subject_id = c.subject_id and o.group_name = c.group_name""")) {
            delete.setArray(1, arrays.ids(closed, Workspace.Field::record));
            delete.setArray(2, arrays.texts(closed, Workspace.Field::group));
            delete.setObject(3, organisation.value());
            delete.executeUpdate();
        }
    }
}
