package org.tournee.server.store;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.StreamId;

/** The streams: one installation and one worker. */
@Singleton
public class Streams {

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final String WEB = "web";

    /** What {@link TemporaryFailure} recognises, and nobody tries again at once. */
    private static final String NOT_NOW = "57P03";

    /** A hundred years: a clock that is off by more is as good as none. */
    private static final long LARGEST_SKEW_SECONDS = Duration.ofDays(36_525).toSeconds();

    private static final String COLUMNS = """
            s.stream_id, s.worker_id, s.state, s.last_op_seq, s.last_hash,
            (select d.op_seq from durable_stream d where d.org_id = s.org_id and d.stream_id = s.stream_id),
            (select o.epoch from organisation o where o.org_id = s.org_id)""";

    private final Database database;
    private final AuditTrail audit;
    private final ArchiveSettings archive;
    private final AdvancedStreams advanced;

    Streams(Database database, AuditTrail audit, ArchiveSettings archive, AdvancedStreams advanced) {
        this.database = database;
        this.audit = audit;
        this.archive = archive;
        this.advanced = advanced;
    }

    /** Enrols a device: a new stream, from operation 1. {@code publicKey} is its signing key, empty for a browser. */
    public StreamId enrol(
            OrganisationId organisation, WorkerId worker, String deviceName, byte[] publicKey, Instant at) {
        StreamId stream = new StreamId(UuidCreator.getTimeOrderedEpoch());
        database.write(connection -> {
            insert(connection, organisation, worker, stream, deviceName, publicKey, at);
            audit.append(
                    connection,
                    organisation,
                    List.of(new AuditEntry(at, worker, stream, AuditEntry.Act.ENROL, null, null, "")));
            return null;
        });
        return stream;
    }

    /** The stream of what a worker does in the browser; made when first asked for. */
    public StreamId webStream(OrganisationId organisation, WorkerId worker, Instant at) {
        return database.write(connection -> {
            // One a worker, even if two requests ask at once: the worker's row is the lock.
            try (PreparedStatement lock = connection.prepareStatement(
                    "select 1 from worker where org_id = ? and worker_id = ? for no key update")) {
                lock.setObject(1, organisation.value());
                lock.setObject(2, worker.value());
                lock.executeQuery().close();
            }
            try (PreparedStatement select = connection.prepareStatement("""
                    select stream_id from stream
                    where org_id = ? and worker_id = ? and device_name = ? and state = 'ACTIVE'""")) {
                select.setObject(1, organisation.value());
                select.setObject(2, worker.value());
                select.setString(3, WEB);
                try (ResultSet rows = select.executeQuery()) {
                    if (rows.next()) {
                        return new StreamId(rows.getObject(1, UUID.class));
                    }
                }
            }
            return enrol(organisation, worker, WEB, new byte[0], at);
        });
    }

    /** Nothing more is taken from that stream. */
    public void revoke(Actor actor, StreamId stream, Instant at) {
        database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update stream set state = 'REVOKED' where org_id = ? and stream_id = ?")) {
                update.setObject(1, actor.organisation().value());
                update.setObject(2, stream.value());
                update.executeUpdate();
            }
            audit.append(
                    connection,
                    actor.organisation(),
                    List.of(new AuditEntry(
                            at, actor.worker(), actor.stream(), AuditEntry.Act.REVOKE, null, null, stream.toString())));
            return null;
        });
    }

    /** The stream, if there is one of that id. */
    public Optional<StreamRow> find(OrganisationId organisation, StreamId stream) {
        return database.write(connection -> select(connection, organisation, stream, ""));
    }

    /** All streams that grew out of the file of this one, this one included; none where it has no family. */
    public Set<StreamId> family(Connection connection, OrganisationId organisation, StreamId stream)
            throws SQLException {
        return Set.copyOf(Sql.all(
                connection,
                "select m.stream_id from stream s join stream m on m.org_id = s.org_id and m.family_id = s.family_id"
                        + " where s.org_id = ? and s.stream_id = ?",
                row -> new StreamId(Sql.uuid(row, "stream_id")),
                organisation,
                stream));
    }

    /** The raw Ed25519 key that signs for the stream; empty for a browser's, or where there is no such stream. */
    public Optional<byte[]> signingKey(OrganisationId organisation, StreamId stream) {
        return database.read(connection -> Sql.first(
                connection,
                "select public_key from stream where org_id = ? and stream_id = ? and length(public_key) = 32",
                row -> row.getBytes("public_key"),
                organisation,
                stream));
    }

    /** The stream, if there is one of that id. */
    public Optional<StreamRow> find(Connection connection, OrganisationId organisation, StreamId stream)
            throws SQLException {
        return select(connection, organisation, stream, "");
    }

    /** The stream, locked until the transaction ends: the first lock of all. */
    public Optional<StreamRow> lock(Connection connection, OrganisationId organisation, StreamId stream)
            throws SQLException {
        return select(connection, organisation, stream, " for no key update of s");
    }

    /** Lets an active stream take nothing more: two phones wrote as one. */
    public void freeze(Connection connection, OrganisationId organisation, StreamId stream) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update stream set state = 'FROZEN' where org_id = ? and stream_id = ? and state = 'ACTIVE'")) {
            update.setObject(1, organisation.value());
            update.setObject(2, stream.value());
            update.executeUpdate();
        }
    }

    /** Moves the stream to the last operation held. */
    public void advance(
            Connection connection,
            OrganisationId organisation,
            StreamId stream,
            long lastOpSeq,
            String lastHash,
            Instant seenAt)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update stream set last_op_seq = ?, last_hash = ?, seen_at = ? where org_id = ? and stream_id = ?")) {
            update.setLong(1, lastOpSeq);
            update.setString(2, lastHash);
            update.setTimestamp(3, Timestamp.from(seenAt));
            update.setObject(4, organisation.value());
            update.setObject(5, stream.value());
            update.executeUpdate();
        }
        advanced.afterCommit(organisation, stream);
    }

    /** Notes that operations of the stream are lost: nobody has them any more. */
    public void noteGap(
            Connection connection, OrganisationId organisation, StreamId stream, long from, long to, Instant at)
            throws SQLException {
        LOG.error("Operations {} to {} of stream {} are lost", from, to, stream);
        Sql.change(
                connection,
                "insert into stream_gap (org_id, stream_id, from_seq, to_seq, noted_at) values (?, ?, ?, ?, ?)",
                organisation,
                stream,
                from,
                to,
                at);
    }

    /** As {@code SyncTransaction} has it: the mark of the archive is of another database until the replay is done. */
    public void requireReplayed(Connection connection) throws SQLException {
        boolean isAnother = Sql.first(connection, """
                        select 1 from archive_mark m, pg_control_system() c
                        where m.system_identifier <> c.system_identifier::text or m.timeline <> database_timeline()
                        """, row -> true).isPresent();
        if (isAnother) {
            throw new SQLTransientException("The archive is replayed first", NOT_NOW);
        }
    }

    /** Notes how far the phone's clock is ahead: shown, never used. Rule: R-CLK */
    public void measureSkew(OrganisationId organisation, StreamId stream, Duration ahead) {
        long millis = 1_000 * Math.clamp(ahead.toSeconds(), -LARGEST_SKEW_SECONDS, LARGEST_SKEW_SECONDS);
        database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    update stream set skew_millis = ?
                    where org_id = ? and stream_id = ? and abs(skew_millis - ?) > 1000""")) {
                update.setLong(1, millis);
                update.setObject(2, organisation.value());
                update.setObject(3, stream.value());
                update.setLong(4, millis);
                return update.executeUpdate();
            }
        });
    }

    private Optional<StreamRow> select(Connection connection, OrganisationId organisation, StreamId stream, String lock)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS + " from stream s where s.org_id = ? and s.stream_id = ?" + lock)) {
            select.setObject(1, organisation.value());
            select.setObject(2, stream.value());
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                return Optional.of(new StreamRow(
                        organisation,
                        new StreamId(rows.getObject(1, UUID.class)),
                        new WorkerId(rows.getObject(2, UUID.class)),
                        StreamRow.State.valueOf(rows.getString(3)),
                        rows.getLong(4),
                        rows.getString(5),
                        archive.isOn() ? rows.getLong(6) : StreamRow.NO_ARCHIVE,
                        rows.getString(7)));
            }
        }
    }

    private static void insert(
            Connection connection,
            OrganisationId organisation,
            WorkerId worker,
            StreamId stream,
            String deviceName,
            byte[] publicKey,
            Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into stream (org_id, stream_id, worker_id, device_name, public_key, state, enrolled_at, seen_at)
                values (?, ?, ?, ?, ?, 'ACTIVE', ?, ?)""")) {
            insert.setObject(1, organisation.value());
            insert.setObject(2, stream.value());
            insert.setObject(3, worker.value());
            insert.setString(4, deviceName);
            insert.setBytes(5, publicKey.length == 0 ? null : publicKey);
            insert.setTimestamp(6, Timestamp.from(at));
            insert.setTimestamp(7, Timestamp.from(at));
            insert.executeUpdate();
        }
    }
}
