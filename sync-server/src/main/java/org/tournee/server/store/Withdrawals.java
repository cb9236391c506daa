package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.BucketId;
import org.tournee.sync.StreamId;
import org.tournee.sync.Withdrawal;

/** What phones still have to give back: see {@link Grants}, which opens withdrawals and ends those of who enters again. */
@Singleton
public class Withdrawals {

    /** The table. */
    public static final String TABLE = "withdrawal";

    /** How a withdrawal ended that the phone acknowledged. */
    public static final String ACKNOWLEDGED = "ACKNOWLEDGED";

    /** What a frozen stream owed, its successors owe. */
    private static final String IS_OPEN = " w.ended_at is null and s.state <> 'REVOKED'"
            + " and not (s.state = 'FROZEN' and exists (select 1 from stream f where f.org_id = s.org_id"
            + " and f.family_id = s.family_id and f.stream_id <> s.stream_id and f.enrolled_at >= s.enrolled_at))";

    /** One that is open, as an administrator sees it. */
    public record Open(
            StreamId stream, WorkerId worker, String device, Withdrawal what, Instant since, Instant seenAt) {}

    private final Database database;
    private final AuditTrail audit;

    Withdrawals(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** All that no phone has acknowledged, oldest first. A revoked stream owes nothing any more: it gets nothing either. */
    public List<Open> open(OrganisationId organisation) {
        return database.read(connection -> Sql.all(
                connection,
                "select s.stream_id, s.worker_id, s.device_name, w.bucket_id, w.grant_epoch, w.opened_at, s.seen_at"
                        + " from withdrawal w join stream s on s.org_id = w.org_id and s.stream_id = w.stream_id"
                        + " where w.org_id = ? and" + IS_OPEN + " order by w.opened_at, w.bucket_id",
                row -> new Open(
                        new StreamId(row.getObject(1, UUID.class)),
                        new WorkerId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        new Withdrawal(new BucketId(row.getString(4)), row.getLong(5)),
                        Sql.instant(row, "opened_at"),
                        Sql.instant(row, "seen_at")),
                organisation));
    }

    /** A phone holds nothing of them any more; said twice, it is noted once. */
    public void acknowledge(Actor phone, StreamId stream, List<Withdrawal> withdrawn, Instant at) {
        database.write(connection -> {
            int ended = end(connection, phone.organisation(), stream, withdrawn, at);
            if (ended > 0) {
                audit.append(
                        connection,
                        phone.organisation(),
                        List.of(new AuditEntry(
                                at, phone.worker(), stream, AuditEntry.Act.GIVE_BACK, null, null, "buckets " + ended)));
            }
            return null;
        });
    }

    private static int end(
            Connection connection, OrganisationId organisation, StreamId stream, List<Withdrawal> withdrawn, Instant at)
            throws SQLException {
        SqlArray arrays = new SqlArray(connection);
        return Sql.change(
                connection,
                """
                update withdrawal w set ended_at = ?, ended_by = 'ACKNOWLEDGED'
                from unnest(?::text[], ?::int8[]) as a(bucket_id, grant_epoch)
                where w.org_id = ? and w.stream_id = ? and w.bucket_id = a.bucket_id
                  and w.grant_epoch = a.grant_epoch and w.ended_at is null""",
                at,
                arrays.texts(withdrawn, one -> one.bucket().value()),
                arrays.longs(withdrawn, Withdrawal::grantEpoch),
                organisation,
                stream);
    }
}
