package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Sql;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** The table of records: sealed on the way in, opened on the way out. */
@Singleton
public class RecordTable {

    private static final String COLUMNS = """
            record_id, kind, dossier_id, bucket_id, position, rev, author_id, changed_by, changed_at, occurred_at,
            deleted, writers, key_owner, sealed""";

    private static final String INSERT = """
            insert into record (org_id, record_id, kind, dossier_id, bucket_id, position, rev, author_id, changed_by,
                                changed_at, occurred_at, deleted, writers, key_owner, sealed)
            select ?, unnest(?::uuid[]), unnest(?::text[]), unnest(?::uuid[]), unnest(?::text[]), unnest(?::int8[]),
                   unnest(?::int8[]), unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::timestamptz[]),
                   unnest(?::timestamptz[]), unnest(?::bool[]), unnest(?::text[]), unnest(?::uuid[]), unnest(?::bytea[])""";

    /** All of them are there: the shortest way to update many. */
    private static final String UPDATE = INSERT + "\n" + """
            on conflict (org_id, record_id) do update set
                dossier_id = excluded.dossier_id, bucket_id = excluded.bucket_id, key_owner = excluded.key_owner,
                position = excluded.position, rev = excluded.rev, changed_by = excluded.changed_by,
                changed_at = excluded.changed_at, occurred_at = excluded.occurred_at, deleted = excluded.deleted,
                writers = excluded.writers, sealed = excluded.sealed""";

    private static final String PRIMARY_KEY = "record_pkey";

    private final Keyring keyring;

    RecordTable(Keyring keyring) {
        this.keyring = keyring;
    }

    /** In which bucket each of those records is; those that do not exist are missing. */
    public Map<RecordId, BucketId> buckets(Connection connection, OrganisationId organisation, Set<RecordId> ids)
            throws SQLException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<RecordId, BucketId> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select record_id, bucket_id from record where org_id = ? and record_id = any(?)")) {
            select.setObject(1, organisation.value());
            select.setArray(2, new SqlArray(connection).ids(ids, id -> id));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(new RecordId(rows.getObject(1, UUID.class)), new BucketId(rows.getString(2)));
                }
            }
        }
        return found;
    }

    /** Who made each of those records; those that do not exist or have no author are missing. */
    public Map<RecordId, WorkerId> authors(Connection connection, OrganisationId organisation, Set<RecordId> ids)
            throws SQLException {
        Map<RecordId, WorkerId> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select record_id, author_id from record
                where org_id = ? and record_id = any(?) and author_id is not null""")) {
            select.setObject(1, organisation.value());
            select.setArray(2, new SqlArray(connection).ids(ids, id -> id));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(new RecordId(rows.getObject(1, UUID.class)), new WorkerId(rows.getObject(2, UUID.class)));
                }
            }
        }
        return found;
    }

    /** The records of those dossiers that are of those kinds, deleted ones left out. */
    public Set<RecordId> ofKinds(
            Connection connection, OrganisationId organisation, Set<DossierId> dossiers, Set<RecordKind> kinds)
            throws SQLException {
        return new HashSet<>(Sql.all(
                connection,
                """
                select record_id from record
                where org_id = ? and dossier_id = any(?) and kind = any(?) and not deleted""",
                row -> new RecordId(Sql.uuid(row, "record_id")),
                organisation,
                new SqlArray(connection).ids(dossiers, id -> id),
                new SqlArray(connection).texts(kinds, RecordKind::code)));
    }

    /** The conflicts in the buckets of those records, whatever they are about. */
    public List<RecordRow> conflictsBeside(Connection connection, OrganisationId organisation, Set<RecordId> ids)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                + " from record where org_id = ? and kind = 'conflict' and bucket_id in"
                + " (select s.bucket_id from record s where s.org_id = ? and s.record_id = any(?))")) {
            select.setObject(1, organisation.value());
            select.setObject(2, organisation.value());
            select.setArray(3, new SqlArray(connection).ids(ids, id -> id));
            return read(connection, organisation, select);
        }
    }

    /** Those of the records that exist, opened. */
    public List<RecordRow> find(Connection connection, OrganisationId organisation, Collection<RecordId> ids)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS + " from record where org_id = ? and record_id = any(?)")) {
            select.setObject(1, organisation.value());
            select.setArray(2, new SqlArray(connection).ids(ids, id -> id));
            return read(connection, organisation, select);
        }
    }

    /** Every record of a dossier that its readers may see at all: without what came back to its author. */
    public List<RecordRow> ofDossier(Connection connection, OrganisationId organisation, DossierId dossier)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                + " from record where org_id = ? and dossier_id = ? and bucket_id like 'd/%' order by position")) {
            select.setObject(1, organisation.value());
            select.setObject(2, dossier.value());
            return read(connection, organisation, select);
        }
    }

    /** The same without the records of one kind: what is not needed is not opened. */
    public List<RecordRow> ofDossierBesides(
            Connection connection, OrganisationId organisation, DossierId dossier, RecordKind kind)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS + """
                 from record where org_id = ? and dossier_id = ? and kind <> ? and bucket_id like 'd/%'
                order by position""")) {
            select.setObject(1, organisation.value());
            select.setObject(2, dossier.value());
            select.setString(3, kind.code());
            return read(connection, organisation, select);
        }
    }

    /** Every row of a bucket, deleted ones included. */
    List<RecordRow> ofBucket(Connection connection, OrganisationId organisation, BucketId bucket) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS + " from record where org_id = ? and bucket_id = ? order by position")) {
            select.setObject(1, organisation.value());
            select.setString(2, bucket.value());
            return read(connection, organisation, select);
        }
    }

    /** Notes those rows as the server's own decision, for the archive. */
    void noteDecided(Connection connection, OrganisationId organisation, Collection<RecordRow> rows)
            throws SQLException {
        try (PreparedStatement note = connection.prepareStatement("""
                insert into decision (org_id, table_name, gone, image)
                select org_id, 'record', false, to_jsonb(r)::text from record r
                where org_id = ? and record_id = any(?)""")) {
            note.setObject(1, organisation.value());
            note.setArray(2, new SqlArray(connection).ids(rows, RecordRow::id));
            note.executeUpdate();
        }
    }

    /** The row that {@link #noteDecided} noted, opened; none where its key was destroyed since. */
    List<RecordRow> fromImage(Connection connection, OrganisationId organisation, String image) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                + " from jsonb_populate_record(null::public.record, ?::jsonb) r where key_owner is null or exists"
                + " (select 1 from sealing_key k where k.org_id = r.org_id and k.owner_id = r.key_owner)")) {
            select.setString(1, image);
            return read(connection, organisation, select);
        }
    }

    private List<RecordRow> read(Connection connection, OrganisationId organisation, PreparedStatement select)
            throws SQLException {
        List<RecordRow> closed = new ArrayList<>();
        List<byte[]> sealed = new ArrayList<>();
        Set<UUID> owners = new HashSet<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                RecordRow row = row(rows);
                byte[] bytes = rows.getBytes("sealed");
                closed.add(row);
                sealed.add(bytes);
                if (row.keyOwner() != null && bytes.length > 0) {
                    owners.add(row.keyOwner());
                }
            }
        }
        Map<UUID, SealingKey> keys = keyring.all(connection, organisation, owners);
        List<RecordRow> opened = new ArrayList<>(closed.size());
        for (int at = 0; at < closed.size(); at++) {
            RecordRow row = closed.get(at);
            if (sealed.get(at).length == 0) {
                opened.add(row); // a deleted record of which nothing but its place is kept
                continue;
            }
            byte[] clear = row.keyOwner() == null
                    ? sealed.get(at)
                    : Objects.requireNonNull(keys.get(row.keyOwner())).open(row.id(), sealed.get(at));
            opened.add(withGroups(row, Groups.parse(new String(clear, StandardCharsets.UTF_8))));
        }
        return opened;
    }

    /** Records that are about to be written, sealed by another processor meanwhile. */
    record ToWrite(List<RecordRow> rows, Sealing sealing) {}

    /** Begins to seal records: {@link #insert} or {@link #update} writes them. */
    ToWrite seal(Connection connection, OrganisationId organisation, List<RecordRow> rows) throws SQLException {
        Set<UUID> owners = new HashSet<>();
        for (RecordRow row : rows) {
            if (row.keyOwner() != null) {
                owners.add(row.keyOwner());
            }
        }
        Map<UUID, SealingKey> keys = keyring.all(connection, organisation, owners);
        return new ToWrite(rows, Sealing.begin(rows, row -> seal(keys, row)));
    }

    /**
     * Inserts records that were not there under the locks. Their positions must have been taken. Rule: R-REC.
     *
     * @throws org.tournee.server.database.DatabaseException where one was made meanwhile, under the lock of another
     *     bucket: nothing of it may be written over
     */
    void insert(Connection connection, OrganisationId organisation, ToWrite created) throws SQLException {
        try {
            write(connection, organisation, INSERT, created);
        } catch (SQLException e) {
            if (isThere(e)) {
                throw MovedMeanwhile.failure();
            }
            throw e;
        }
    }

    private static boolean isThere(SQLException failure) {
        return failure instanceof PSQLException from
                && from.getServerErrorMessage() != null
                && PRIMARY_KEY.equals(from.getServerErrorMessage().getConstraint());
    }

    /** Gives records that are there their new revision. Their positions must have been taken. */
    void update(Connection connection, OrganisationId organisation, ToWrite changed) throws SQLException {
        write(connection, organisation, UPDATE, changed);
    }

    private static void write(Connection connection, OrganisationId organisation, String statement, ToWrite some)
            throws SQLException {
        List<RecordRow> rows = some.rows();
        if (rows.isEmpty()) {
            return;
        }
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement written = connection.prepareStatement(statement)) {
            written.setObject(1, organisation.value());
            Array[] columns = {
                arrays.ids(rows, RecordRow::id),
                arrays.texts(rows, RecordRow::kind),
                arrays.ids(rows, RecordRow::dossier),
                arrays.texts(rows, row -> row.bucket().value()),
                arrays.longs(rows, RecordRow::position),
                arrays.longs(rows, RecordRow::rev),
                arrays.ids(rows, RecordRow::author),
                arrays.ids(rows, RecordRow::changedBy),
                arrays.instants(rows, RecordRow::changedAt),
                arrays.instants(rows, RecordRow::occurredAt),
                arrays.booleans(rows, RecordRow::deleted),
                arrays.texts(rows, row -> StampCodec.json(row.stamps())),
                arrays.uuids(rows, RecordRow::keyOwner),
                arrays.bytes(some.sealing().done(), bytes -> bytes)
            };
            for (int column = 0; column < columns.length; column++) {
                written.setArray(column + 2, columns[column]);
            }
            written.executeUpdate();
        }
    }

    private static byte[] seal(Map<UUID, SealingKey> keys, RecordRow row) {
        byte[] clear = row.groups().json().getBytes(StandardCharsets.UTF_8);
        return row.keyOwner() == null
                ? clear
                : Objects.requireNonNull(keys.get(row.keyOwner())).seal(row.id(), clear);
    }

    private static RecordRow row(ResultSet rows) throws SQLException {
        UUID dossier = rows.getObject("dossier_id", UUID.class);
        return new RecordRow(
                new RecordId(rows.getObject("record_id", UUID.class)),
                rows.getString("kind"),
                dossier == null ? null : new DossierId(dossier),
                new BucketId(rows.getString("bucket_id")),
                rows.getLong("position"),
                rows.getLong("rev"),
                worker(rows, "author_id"),
                worker(rows, "changed_by"),
                rows.getTimestamp("changed_at").toInstant(),
                instant(rows, "occurred_at"),
                rows.getBoolean("deleted"),
                StampCodec.read(rows.getString("writers")),
                rows.getObject("key_owner", UUID.class),
                Groups.NONE);
    }

    private static RecordRow withGroups(RecordRow row, Groups groups) {
        return new RecordRow(
                row.id(),
                row.kind(),
                row.dossier(),
                row.bucket(),
                row.position(),
                row.rev(),
                row.author(),
                row.changedBy(),
                row.changedAt(),
                row.occurredAt(),
                row.deleted(),
                row.stamps(),
                row.keyOwner(),
                groups);
    }

    private static @Nullable WorkerId worker(ResultSet rows, String column) throws SQLException {
        UUID id = rows.getObject(column, UUID.class);
        return id == null ? null : new WorkerId(id);
    }

    private static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        Timestamp time = rows.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
