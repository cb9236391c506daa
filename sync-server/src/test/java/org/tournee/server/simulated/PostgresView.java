package org.tournee.server.simulated;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.DatabaseException;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Keyring;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.SealingKey;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.Streams;
import org.tournee.server.sync.LedgerView;
import org.tournee.sync.BucketId;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.StreamId;
import org.tournee.sync.Withdrawal;

/** What is committed in a real database, read again after each commit: so the log is in the order of the commits. */
final class PostgresView implements LedgerView {

    private final Connection connection;
    private final OrganisationId organisation;
    private final RecordTable records;
    private final Keyring keyring;
    private final Streams streams;
    private final List<Logged> log = new ArrayList<>();
    private final Map<StreamId, Long> logged = new HashMap<>();
    private final Set<String> evidence = new HashSet<>();
    private List<RecordRow> rows = List.of();
    private Map<BucketId, Long> heads = Map.of();
    private Map<Departed, Long> departures = Map.of();
    private Map<WorkerId, Map<BucketId, Long>> grants = Map.of();
    private List<Owed> owed = List.of();
    private String epoch = "";

    PostgresView(
            Connection connection, OrganisationId organisation, RecordTable records, Keyring keyring, Streams streams) {
        this.connection = connection;
        this.organisation = organisation;
        this.records = records;
        this.keyring = keyring;
        this.streams = streams;
    }

    @Override
    public int logged() {
        return log.size();
    }

    /** Something was committed. */
    synchronized void refresh() {
        try {
            readLog();
            closeErased();
            evidence.addAll(Sql.all(
                    connection,
                    "select hash from fork_evidence where org_id = ?",
                    row -> row.getString(1),
                    organisation));
            List<RecordId> ids = Sql.all(
                    connection,
                    "select record_id from record where org_id = ?",
                    row -> new RecordId(Sql.uuid(row, "record_id")),
                    organisation);
            rows = records.find(connection, organisation, ids);
            readBuckets();
            owed = Sql.all(
                    connection,
                    "select stream_id, bucket_id, grant_epoch, ended_by from withdrawal where org_id = ?",
                    PostgresView::oneOwed,
                    organisation);
            epoch = Sql.first(
                            connection,
                            "select epoch from organisation where org_id = ?",
                            row -> row.getString(1),
                            organisation)
                    .orElse("");
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private void readBuckets() throws SQLException {
        Map<Departed, Long> allDepartures = new HashMap<>();
        Sql.all(
                connection,
                "select bucket_id, record_id, position from departure_fact where org_id = ?",
                row -> allDepartures.put(
                        new Departed(new BucketId(row.getString(1)), new RecordId(Sql.uuid(row, "record_id"))),
                        row.getLong(3)),
                organisation);
        departures = allDepartures;
        Map<BucketId, Long> allHeads = new HashMap<>();
        Map<WorkerId, Map<BucketId, Long>> allGrants = new HashMap<>();
        Sql.all(
                connection,
                "select bucket_id, head from bucket where org_id = ?",
                row -> allHeads.put(new BucketId(row.getString(1)), row.getLong(2)),
                organisation);
        Sql.all(
                connection,
                "select worker_id, bucket_id, grant_epoch from bucket_grant where org_id = ? and ended_at is null",
                row -> allGrants
                        .computeIfAbsent(new WorkerId(Sql.uuid(row, "worker_id")), id -> new HashMap<>())
                        .put(new BucketId(row.getString(2)), row.getLong(3)),
                organisation);
        heads = allHeads;
        grants = allGrants;
    }

    /** A line of the log before it is opened. */
    @SuppressWarnings("ArrayRecordComponent") // opened once, never compared
    private record Closed(
            StreamId stream,
            long opSeq,
            String hash,
            UUID owner,
            byte[] sealed,
            @Nullable Outcome outcome) {}

    private void readLog() throws SQLException {
        List<Closed> fresh = Sql.all(connection, """
                        select stream_id, op_seq, hash, key_owner, sealed, verdict, reason, bucket_id, position
                        from operation_log where org_id = ? order by stream_id, op_seq""", PostgresView::closed, organisation).stream()
                .filter(line -> line.opSeq() > logged.getOrDefault(line.stream(), 0L))
                .toList();
        for (Closed line : fresh) {
            SealingKey key = line.sealed().length == 0
                    ? null // of an erased dossier
                    : keyring.find(connection, organisation, Set.of(line.owner()))
                            .get(line.owner());
            Operation operation = key == null ? null : read(key.open(line.stream(), line.opSeq(), line.sealed()));
            log.add(new Logged(line.stream(), line.opSeq(), line.hash(), operation, line.outcome()));
            logged.put(line.stream(), line.opSeq());
        }
    }

    /** What only a key opened that was destroyed cannot be read any more. */
    private void closeErased() throws SQLException {
        Set<DossierId> gone = new HashSet<>(
                Sql.all(connection, """
                select dossier_id from erased_dossier e where org_id = ? and not exists (
                    select 1 from sealing_key k where k.org_id = e.org_id and k.owner_id = e.dossier_id)""", row -> new DossierId(Sql.uuid(row, "dossier_id")), organisation));
        if (!gone.isEmpty()) {
            log.replaceAll(line ->
                    line.operation() != null && gone.contains(line.operation().dossierId())
                            ? new Logged(line.stream(), line.opSeq(), line.hash(), null, line.outcome())
                            : line);
        }
    }

    private static @Nullable Operation read(byte[] clear) {
        try {
            return OperationBytes.read(clear);
        } catch (MalformedException e) {
            return null; // whoever checks says what is wrong with that
        }
    }

    private static Closed closed(ResultSet row) throws SQLException {
        return new Closed(
                new StreamId(Sql.uuid(row, "stream_id")),
                row.getLong("op_seq"),
                row.getString("hash"),
                Sql.uuid(row, "key_owner"),
                row.getBytes("sealed"),
                outcome(row));
    }

    private static @Nullable Outcome outcome(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        String reason = row.getString("reason");
        String bucket = row.getString("bucket_id");
        return verdict == null
                ? null
                : new Outcome(
                        row.getLong("op_seq"),
                        Outcome.Verdict.valueOf(verdict),
                        reason == null ? null : ReturnReason.valueOf(reason),
                        bucket == null ? null : new BucketId(bucket),
                        row.getLong("position"));
    }

    private static Owed oneOwed(ResultSet row) throws SQLException {
        String endedBy = row.getString("ended_by");
        return new Owed(
                new StreamId(Sql.uuid(row, "stream_id")),
                new Withdrawal(new BucketId(row.getString("bucket_id")), row.getLong("grant_epoch")),
                endedBy == null ? Owing.OPEN : Owing.valueOf(endedBy));
    }

    @Override
    public synchronized List<Logged> log() {
        return List.copyOf(log);
    }

    @Override
    public synchronized List<String> evidence() {
        return List.copyOf(evidence);
    }

    @Override
    public synchronized List<RecordRow> records() {
        return rows;
    }

    @Override
    public synchronized Map<BucketId, Long> heads() {
        return heads;
    }

    @Override
    public synchronized Map<Departed, Long> departures() {
        return departures;
    }

    @Override
    public synchronized Map<StreamId, StreamRow> streams() {
        Map<StreamId, StreamRow> found = new HashMap<>();
        families("").keySet().forEach(id -> streams.find(organisation, id).ifPresent(row -> found.put(id, row)));
        return found;
    }

    @Override
    public synchronized Map<StreamId, StreamId> families() {
        return families(" and family_id is not null");
    }

    private Map<StreamId, StreamId> families(String which) {
        Map<StreamId, StreamId> families = new HashMap<>();
        try {
            Sql.all(
                    connection,
                    "select stream_id, coalesce(family_id, stream_id) as family from stream where org_id = ?" + which,
                    row -> families.put(
                            new StreamId(Sql.uuid(row, "stream_id")), new StreamId(Sql.uuid(row, "family"))),
                    organisation);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
        return families;
    }

    @Override
    public synchronized Map<BucketId, Long> grants(WorkerId worker) {
        return grants.getOrDefault(worker, Map.of());
    }

    @Override
    public synchronized List<Owed> owed() {
        return owed;
    }

    @Override
    public synchronized String epoch() {
        return epoch;
    }
}
