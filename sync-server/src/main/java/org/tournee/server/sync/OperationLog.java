package org.tournee.server.sync;

import jakarta.inject.Singleton;
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
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.store.SealingKey;
import org.tournee.server.store.SqlArray;
import org.tournee.sync.Action;
import org.tournee.sync.BucketId;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.StreamId;

/** Every operation ever received, verbatim and sealed, with what became of it. */
@Singleton
class OperationLog {

    /**
     * A line as it is kept.
     *
     * @param owner whose key it is sealed under
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    record Entry(Line line, UUID owner, byte[] sealed) {

        /** Of an erased dossier: its place is kept, and none of its bytes. */
        static Entry stub(Line line, UUID dossier) {
            return new Entry(line, dossier, new byte[0]);
        }
    }

    /** What became of operations that the log holds. */
    Map<Long, HeldOperation> held(
            Connection connection, OrganisationId organisation, StreamId stream, Collection<Long> opSeqs)
            throws SQLException {
        Map<Long, HeldOperation> held = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select op_seq, hash, verdict, reason, bucket_id, position from operation_log
                where org_id = ? and stream_id = ? and op_seq = any(?)""")) {
            select.setObject(1, organisation.value());
            select.setObject(2, stream.value());
            select.setArray(3, new SqlArray(connection).longs(opSeqs, seq -> seq));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    held.put(rows.getLong(1), new HeldOperation(rows.getString(2), outcome(rows)));
                }
            }
        }
        return held;
    }

    /** The number of an operation that the log holds, by the hash of its bytes. */
    OptionalLong find(Connection connection, OrganisationId organisation, StreamId stream, String hash)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select op_seq from operation_log where org_id = ? and stream_id = ? and hash = ?")) {
            select.setObject(1, organisation.value());
            select.setObject(2, stream.value());
            select.setString(3, hash);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Those of the records whose creation was returned to its author. */
    Set<RecordId> returnedCreations(Connection connection, OrganisationId organisation, Collection<RecordId> records)
            throws SQLException {
        Set<RecordId> returned = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select distinct record_id from operation_log
                where org_id = ? and record_id = any(?) and creates and verdict = 'RETURNED'""")) {
            select.setObject(1, organisation.value());
            select.setArray(2, new SqlArray(connection).ids(records, id -> id));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    returned.add(new RecordId(rows.getObject(1, UUID.class)));
                }
            }
        }
        return returned;
    }

    /** An operation as it is kept. */
    @SuppressWarnings("ArrayRecordComponent") // opened once, never compared
    record Sealed(StreamId stream, long opSeq, UUID owner, byte[] bytes) {}

    /** What those streams inserted under those ids. Streams of a family are few, and rarely asked about. */
    List<Sealed> inserts(
            Connection connection,
            OrganisationId organisation,
            Collection<StreamId> streams,
            Collection<RecordId> records)
            throws SQLException {
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement select = connection.prepareStatement("""
                select stream_id, op_seq, key_owner, sealed from operation_log
                where org_id = ? and stream_id = any(?) and record_id = any(?) and creates""")) {
            select.setObject(1, organisation.value());
            select.setArray(2, arrays.ids(streams, id -> id));
            select.setArray(3, arrays.ids(records, id -> id));
            List<Sealed> inserts = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    inserts.add(new Sealed(
                            new StreamId(rows.getObject(1, UUID.class)),
                            rows.getLong(2),
                            rows.getObject(3, UUID.class),
                            rows.getBytes(4)));
                }
            }
            return inserts;
        }
    }

    /**
     * Logs operations.
     *
     * @param outcomes by number, as far as they are known: see {@link #decide}
     */
    void insert(
            Connection connection,
            OrganisationId organisation,
            StreamId stream,
            List<Entry> entries,
            Map<Long, Outcome> outcomes,
            Instant receivedAt)
            throws SQLException {
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into operation_log (org_id, stream_id, op_seq, hash, tx_id, dossier_id, record_id, key_owner,
                                           creates, received_at, sealed, verdict, reason, bucket_id, position,
                                           ordinal)
                select ?, ?, unnest(?::int8[]), unnest(?::text[]), unnest(?::uuid[]), unnest(?::uuid[]),
                       unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::bool[]), ?, unnest(?::bytea[]),
                       unnest(?::text[]), unnest(?::text[]), unnest(?::text[]), unnest(?::int8[]),
                       (select nextval('ledger_order'))""")) {
            insert.setObject(1, organisation.value());
            insert.setObject(2, stream.value());
            insert.setArray(3, arrays.longs(entries, entry -> entry.line().opSeq()));
            insert.setArray(4, arrays.texts(entries, entry -> entry.line().hash()));
            insert.setArray(
                    5, arrays.uuids(entries, entry -> id(entry, op -> op.txId().value())));
            insert.setArray(
                    6,
                    arrays.uuids(
                            entries, entry -> id(entry, op -> op.dossierId().value())));
            insert.setArray(
                    7,
                    arrays.uuids(entries, entry -> id(entry, op -> op.recordId().value())));
            insert.setArray(8, arrays.uuids(entries, Entry::owner));
            insert.setArray(9, arrays.booleans(entries, OperationLog::creates));
            insert.setTimestamp(10, Timestamp.from(receivedAt));
            insert.setArray(11, arrays.bytes(entries, Entry::sealed));
            insert.setArray(
                    12,
                    arrays.texts(
                            entries, entry -> verdict(outcomes.get(entry.line().opSeq()))));
            insert.setArray(
                    13,
                    arrays.texts(
                            entries, entry -> reason(outcomes.get(entry.line().opSeq()))));
            insert.setArray(
                    14,
                    arrays.texts(
                            entries, entry -> bucket(outcomes.get(entry.line().opSeq()))));
            insert.setArray(
                    15,
                    arrays.longs(
                            entries, entry -> position(outcomes.get(entry.line().opSeq()))));
            insert.executeUpdate();
        }
    }

    /** Stores what became of them. */
    void decide(Connection connection, OrganisationId organisation, StreamId stream, List<Outcome> outcomes)
            throws SQLException {
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement update = connection.prepareStatement("""
                update operation_log l set verdict = o.verdict, reason = o.reason, bucket_id = o.bucket_id,
                                           position = o.position, ordinal = (select nextval('ledger_order'))
                from unnest(?::int8[], ?::text[], ?::text[], ?::text[], ?::int8[])
                     as o(op_seq, verdict, reason, bucket_id, position)
                where l.org_id = ? and l.stream_id = ? and l.op_seq = o.op_seq""")) {
            update.setArray(1, arrays.longs(outcomes, Outcome::opSeq));
            update.setArray(2, arrays.texts(outcomes, OperationLog::verdict));
            update.setArray(3, arrays.texts(outcomes, OperationLog::reason));
            update.setArray(4, arrays.texts(outcomes, OperationLog::bucket));
            update.setArray(5, arrays.longs(outcomes, Outcome::position));
            update.setObject(6, organisation.value());
            update.setObject(7, stream.value());
            update.executeUpdate();
        }
    }

    /** Keeps the bytes of a cloned or rolled-back phone, sealed under its worker's key. */
    void keepEvidence(
            Connection connection,
            OrganisationId organisation,
            StreamId stream,
            Line line,
            SealingKey key,
            Instant receivedAt)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into fork_evidence (org_id, stream_id, op_seq, hash, received_at, sealed)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
            insert.setObject(1, organisation.value());
            insert.setObject(2, stream.value());
            insert.setLong(3, line.opSeq());
            insert.setString(4, line.hash());
            insert.setTimestamp(5, Timestamp.from(receivedAt));
            insert.setBytes(6, key.seal(stream, line.opSeq(), line.bytes()));
            insert.executeUpdate();
        }
    }

    private static @Nullable String verdict(@Nullable Outcome outcome) {
        return outcome == null ? null : outcome.verdict().name();
    }

    private static @Nullable String reason(@Nullable Outcome outcome) {
        ReturnReason reason = outcome == null ? null : outcome.reason();
        return reason == null ? null : reason.name();
    }

    private static @Nullable String bucket(@Nullable Outcome outcome) {
        BucketId bucket = outcome == null ? null : outcome.bucket();
        return bucket == null ? null : bucket.value();
    }

    private static long position(@Nullable Outcome outcome) {
        return outcome == null ? 0 : outcome.position();
    }

    private interface IdOf {
        UUID of(Operation operation);
    }

    private static @Nullable UUID id(Entry entry, IdOf id) {
        Operation operation = entry.line().operation();
        return operation == null ? null : id.of(operation);
    }

    private static boolean creates(Entry entry) {
        Operation operation = entry.line().operation();
        return operation != null && operation.action() == Action.CREATE;
    }

    private static Outcome outcome(ResultSet rows) throws SQLException {
        String reason = rows.getString("reason");
        String bucket = rows.getString("bucket_id");
        return new Outcome(
                rows.getLong("op_seq"),
                Outcome.Verdict.valueOf(rows.getString("verdict")),
                reason == null ? null : ReturnReason.valueOf(reason),
                bucket == null ? null : new BucketId(bucket),
                rows.getLong("position"));
    }
}
