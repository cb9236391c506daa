package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.StreamId;

/**
 * What came through the push-only door and could not be applied. It stays sealed: an administrator sees that it exists,
 * from whose phone and why, and nothing of what is in it. Rule: R-REC.
 */
@Singleton
public class Quarantine {

    private final Database database;
    private final AuditTrail audit;

    Quarantine(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Why it was not applied. The names are stored and never change. */
    public enum Reason {
        REVOKED,
        FORKED,
        UNREADABLE
    }

    /** What became of it. The names are stored and never change. */
    public enum State {
        WAITING,
        /** Taken in after all. */
        RELEASED,
        /** It waits for nobody any more, and is kept. */
        CLOSED
    }

    /**
     * What an administrator sees of it.
     *
     * @param operations how many were saved in it
     */
    public record Kept(
            StreamId stream,
            String device,
            WorkerId worker,
            String workerName,
            Reason reason,
            long operations,
            Instant receivedAt) {}

    /** Keeps envelopes as they came; the same one again is kept once. */
    public void keep(StreamRow stream, List<DoorEnvelope> envelopes, Reason reason, Instant at) {
        database.write(connection -> {
            int kept = 0;
            for (DoorEnvelope envelope : envelopes) {
                kept += insert(connection, stream, envelope, reason, at);
            }
            if (kept > 0) {
                audit.append(
                        connection,
                        stream.organisation(),
                        List.of(new AuditEntry(
                                at,
                                stream.worker(),
                                stream.id(),
                                AuditEntry.Act.QUARANTINE,
                                null,
                                null,
                                "envelopes " + kept + " " + reason)));
            }
            return kept;
        });
    }

    /** All that the organisation keeps, the latest first. */
    public List<Kept> all(OrganisationId organisation) {
        return database.read(connection -> Sql.all(
                connection,
                """
                select q.stream_id, s.device_name, s.worker_id, w.name, q.reason, q.received_at,
                       q.last_seq - q.first_seq + 1 as operations
                from quarantine q
                join stream s on s.org_id = q.org_id and s.stream_id = q.stream_id
                join worker w on w.org_id = s.org_id and w.worker_id = s.worker_id
                where q.org_id = ? order by q.received_at desc, q.stream_id, q.first_seq
                """,
                row -> new Kept(
                        new StreamId(Sql.uuid(row, "stream_id")),
                        row.getString("device_name"),
                        new WorkerId(Sql.uuid(row, "worker_id")),
                        row.getString("name"),
                        Reason.valueOf(row.getString("reason")),
                        row.getLong("operations"),
                        Sql.instant(row, "received_at")),
                organisation));
    }

    private static int insert(Connection connection, StreamRow stream, DoorEnvelope envelope, Reason reason, Instant at)
            throws SQLException {
        byte[] sealed = envelope.sealedBytes();
        return Sql.change(
                connection,
                """
                insert into quarantine (org_id, stream_id, first_seq, last_seq, hash, reason, public_key, sealed,
                                        received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                stream.organisation(),
                stream.id(),
                envelope.firstSeq(),
                envelope.lastSeq(),
                OperationBytes.hash(sealed),
                reason.name(),
                envelope.doorKey(),
                sealed,
                at);
    }
}
