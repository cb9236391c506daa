package org.tournee.server.trace;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.WebSession;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Keyring;
import org.tournee.server.store.SealingKey;
import org.tournee.server.web.Viewer;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.StreamId;

/**
 * Follows operations through the server. By stream and number, and by record, through what is indexed anyway; by hash
 * it reads the log through, since an index for operators alone would slow each push. Each look-up is audited.
 */
@Singleton
class TraceReader {

    private static final int MOST = 50;

    private static final String LOG = """
            select l.stream_id, l.op_seq, l.hash, l.tx_id, l.dossier_id, l.record_id, l.received_at, l.verdict, l.reason,
                   l.bucket_id, l.position, s.worker_id, s.device_name
            from operation_log l join stream s on s.org_id = l.org_id and s.stream_id = l.stream_id
            where l.org_id = ?
            """;

    /** The steps of the record's dossier name the streams and numbers that wrote to it. */
    private static final String OF_RECORD = """
             and l.record_id = ? and l.dossier_id = (select r.dossier_id from record r
                where r.org_id = ? and r.record_id = ?)
             and l.stream_id in (select a.stream_id from audit a join record r on a.chain = r.dossier_id::text
                where a.org_id = ? and r.org_id = a.org_id and r.record_id = ? and a.stream_id is not null)
            """;

    private final Database database;
    private final Keyring keyring;
    private final AuditTrail audit;
    private final Viewer viewer;

    TraceReader(Database database, Keyring keyring, AuditTrail audit, Viewer viewer) {
        this.database = database;
        this.keyring = keyring;
        this.audit = audit;
        this.viewer = viewer;
    }

    /** Those that fit, the newest first, at most fifty. */
    List<Trace.Logged> find(WebSession session, TraceQuery query) {
        return database.write(connection -> {
            audit.append(
                    connection,
                    session.organisation(),
                    List.of(new AuditEntry(
                            viewer.now(), session.worker(), null, AuditEntry.Act.READ, null, null, asked(query))));
            return find(connection, session.organisation(), query);
        });
    }

    private static List<Trace.Logged> find(Connection connection, OrganisationId organisation, TraceQuery query)
            throws SQLException {
        String order = " order by l.received_at desc, l.op_seq desc limit " + MOST;
        return switch (query) {
            case TraceQuery.OfStream of
            when of.opSeq() > 0 ->
                Sql.all(
                        connection,
                        LOG + " and l.stream_id = ? and l.op_seq = ?",
                        TraceReader::logged,
                        organisation,
                        of.stream(),
                        of.opSeq());
            case TraceQuery.OfStream of ->
                Sql.all(
                        connection,
                        LOG + " and l.stream_id = ? order by l.op_seq desc limit " + MOST,
                        TraceReader::logged,
                        organisation,
                        of.stream());
            case TraceQuery.OfHash of ->
                Sql.all(connection, LOG + " and l.hash = ?" + order, TraceReader::logged, organisation, of.hash());
            case TraceQuery.OfRecord of ->
                Sql.all(
                        connection,
                        LOG + OF_RECORD + order,
                        TraceReader::logged,
                        organisation,
                        of.record(),
                        organisation,
                        of.record(),
                        organisation,
                        of.record());
        };
    }

    /** All that one of them went through. */
    Trace follow(WebSession session, Trace.Logged logged) {
        return database.read(connection -> new Trace(
                logged,
                opened(connection, session.organisation(), logged),
                skew(connection, session.organisation(), logged.stream()),
                holders(connection, session.organisation(), logged),
                after(connection, session.organisation(), logged)));
    }

    private Trace.@Nullable Opened opened(Connection connection, OrganisationId organisation, Trace.Logged logged)
            throws SQLException {
        Optional<Sealed> sealed = Sql.first(
                connection,
                "select key_owner, sealed from operation_log where org_id = ? and stream_id = ? and op_seq = ?",
                row -> new Sealed(Sql.uuid(row, "key_owner"), row.getBytes("sealed")),
                organisation,
                logged.stream(),
                logged.opSeq());
        if (sealed.isEmpty()) {
            return null;
        }
        UUID owner = sealed.get().owner();
        SealingKey key = keyring.find(connection, organisation, Set.of(owner)).get(owner);
        if (key == null) {
            return null;
        }
        try {
            Operation operation = OperationBytes.read(
                    key.open(logged.stream(), logged.opSeq(), sealed.get().bytes()));
            return new Trace.Opened(
                    operation.occurredAt(),
                    operation.action().name(),
                    operation.kind(),
                    List.copyOf(operation.groups().keySet()),
                    operation.txIndex(),
                    operation.txCount(),
                    operation.baseRev(),
                    operation.schema());
        } catch (MalformedException e) {
            return null; // came back as unprocessable
        }
    }

    private static Duration skew(Connection connection, OrganisationId organisation, StreamId stream)
            throws SQLException {
        return Sql.first(
                        connection,
                        "select skew_millis from stream where org_id = ? and stream_id = ?",
                        row -> Duration.ofMillis(row.getLong("skew_millis")),
                        organisation,
                        stream)
                .orElse(Duration.ZERO);
    }

    /** The phones of whoever holds the bucket today. */
    private static List<Trace.Holder> holders(Connection connection, OrganisationId organisation, Trace.Logged logged)
            throws SQLException {
        if (logged.bucket() == null) {
            return List.of();
        }
        return Sql.all(
                connection,
                """
                select s.stream_id, s.worker_id, s.device_name, coalesce(c.position, 0) as position, c.told_at
                from bucket_grant g
                join stream s on s.org_id = g.org_id and s.worker_id = g.worker_id and s.state <> 'REVOKED'
                     and s.device_name <> 'web'
                left join stream_cursor c on c.org_id = s.org_id and c.stream_id = s.stream_id
                     and c.bucket_id = g.bucket_id
                where g.org_id = ? and g.bucket_id = ? and g.ended_at is null
                order by s.worker_id, s.enrolled_at
                """,
                row -> new Trace.Holder(
                        new StreamId(Sql.uuid(row, "stream_id")),
                        new WorkerId(Sql.uuid(row, "worker_id")),
                        row.getString("device_name"),
                        row.getLong("position"),
                        Sql.instantOrNull(row, "told_at")),
                organisation,
                logged.bucket());
    }

    private static Trace.After after(Connection connection, OrganisationId organisation, Trace.Logged logged)
            throws SQLException {
        int conflicts = count(
                connection,
                "select count(*) as n from open_conflict where org_id = ? and subject_id = ?",
                organisation,
                logged.record());
        int returned = count(
                connection,
                "select count(*) as n from open_return where org_id = ? and stream_id = ? and op_seq = ?",
                organisation,
                logged.stream(),
                logged.opSeq());
        List<Trace.Reminded> reminders = Sql.all(
                connection,
                """
                select worker_id, told_at, ended_at from reminder_told
                where org_id = ? and dossier_id = ? and position(? in cause) > 0 order by told_at limit 20
                """,
                row -> new Trace.Reminded(
                        new WorkerId(Sql.uuid(row, "worker_id")),
                        Sql.instant(row, "told_at"),
                        Sql.instantOrNull(row, "ended_at")),
                organisation,
                logged.dossier(),
                String.valueOf(logged.record()));
        return new Trace.After(conflicts, returned > 0, reminders);
    }

    private static int count(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        return Sql.first(connection, sql, row -> row.getInt("n"), parameters).orElse(0);
    }

    private static String asked(TraceQuery query) {
        return switch (query) {
            case TraceQuery.OfStream of -> "operation " + of.stream() + " " + of.opSeq();
            case TraceQuery.OfHash of -> "operation " + of.hash();
            case TraceQuery.OfRecord of -> "operations of record " + of.record();
        };
    }

    private static Trace.Logged logged(ResultSet row) throws SQLException {
        return new Trace.Logged(
                new StreamId(Sql.uuid(row, "stream_id")),
                row.getLong("op_seq"),
                row.getString("hash"),
                Sql.uuidOrNull(row, "tx_id"),
                Sql.uuidOrNull(row, "dossier_id"),
                Sql.uuidOrNull(row, "record_id"),
                Sql.instant(row, "received_at"),
                row.getString("verdict"),
                row.getString("reason"),
                row.getString("bucket_id"),
                row.getLong("position"),
                new WorkerId(Sql.uuid(row, "worker_id")),
                row.getString("device_name"));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sealed(UUID owner, byte[] bytes) {}
}
