package org.tournee.server.device;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.StreamRow;
import org.tournee.sync.StreamId;

/** Reads the devices of an organisation, for whoever may know of them. Rule: R-BO. */
@Singleton
public class DeviceTable {

    private static final String SELECT = """
            select s.stream_id, s.worker_id, w.name as worker_name, t.head_id, s.device_name, s.state, s.enrolled_at,
                   greatest(s.seen_at, p.pulled_at) as seen_at, s.skew_millis, s.last_op_seq,
                   (select count(*) from fork_evidence f
                    where f.org_id = s.org_id and f.stream_id = s.stream_id) as evidence,
                   (select count(*) from quarantine q
                    where q.org_id = s.org_id and q.stream_id = s.stream_id
                      and q.state = 'WAITING') as quarantined
            from stream s
            join worker w on w.org_id = s.org_id and w.worker_id = s.worker_id
            left join team t on t.org_id = w.org_id and t.team_id = w.team_id
            left join stream_pull p on p.org_id = s.org_id and p.stream_id = s.stream_id
            where s.org_id = ?
            """;

    private final Database database;

    DeviceTable(Database database) {
        this.database = database;
    }

    /** Those that somebody may see to: all for the technical administration, their team's for a head; by name. */
    public List<Device> seenBy(OrganisationId organisation, WorkerId worker, Set<Role> roles) {
        return database
                .read(connection -> Sql.all(
                        connection, SELECT + " order by w.name, s.enrolled_at", DeviceTable::device, organisation))
                .stream()
                .filter(device -> isSeenBy(device, worker, roles))
                .toList();
    }

    /** One of them; empty where there is none, or it is not theirs to see to. */
    public Optional<Device> find(OrganisationId organisation, StreamId stream, WorkerId worker, Set<Role> roles) {
        return database.read(connection -> Sql.first(
                        connection, SELECT + " and s.stream_id = ?", DeviceTable::device, organisation, stream))
                .filter(device -> isSeenBy(device, worker, roles));
    }

    private static boolean isSeenBy(Device device, WorkerId worker, Set<Role> roles) {
        return roles.contains(Role.ADMINISTRATOR) || (roles.contains(Role.TEAM_HEAD) && worker.equals(device.head()));
    }

    private static Device device(ResultSet row) throws SQLException {
        UUID head = Sql.uuidOrNull(row, "head_id");
        return new Device(
                new StreamId(Sql.uuid(row, "stream_id")),
                new WorkerId(Sql.uuid(row, "worker_id")),
                row.getString("worker_name"),
                head == null ? null : new WorkerId(head),
                row.getString("device_name"),
                StreamRow.State.valueOf(row.getString("state")),
                Sql.instant(row, "enrolled_at"),
                Sql.instant(row, "seen_at"),
                Duration.ofMillis(row.getLong("skew_millis")),
                row.getLong("last_op_seq"),
                row.getLong("evidence"),
                row.getLong("quarantined"));
    }
}
