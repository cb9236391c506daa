package org.tournee.server.reception;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.organisation.OrganisationId;
import org.tournee.reception.Attendance;
import org.tournee.reception.Desk;
import org.tournee.reception.DeskDay;
import org.tournee.reception.WalkIn;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.RecordId;
import org.tournee.sync.Wire;

/** Counted from facts that name nobody: no register is opened for it. Rules: R-PER, R-COL, R-IND. */
@Singleton
class ReceptionFigures {

    /** What was counted of one desk on one day, and the conditions that were found there. */
    record Day(RecordId desk, LocalDate day, List<Conditions> conditions, List<Attendance.Walk> walks) {

        Attendance attendance() {
            return Attendance.of(walks);
        }
    }

    /** As one of those who opened the desk found them. */
    record Conditions(
            DeskDay.Confidentiality confidentiality, DeskDay.Connection connection, DeskDay.Admission admission) {}

    /** A collective action with its sessions counted. */
    record Action(
            Topic topic,
            String title,
            String service,
            LocalDate beganOn,
            @Nullable LocalDate endedOn,
            int sessions,
            int participants,
            int firstTime) {}

    private record Key(RecordId desk, LocalDate day) {}

    private record Came(Key key, Attendance.Walk walk) {}

    private record Found(Key key, Conditions conditions) {}

    private final Database database;

    ReceptionFigures(Database database) {
        this.database = database;
    }

    /** Where people are received, by id; places that are closed since included. */
    Map<RecordId, Desk> desks(OrganisationId organisation) {
        Map<RecordId, Desk> desks = new LinkedHashMap<>();
        database.read(connection -> Sql.all(
                connection,
                """
                select record_id, sealed from record
                where org_id = ? and bucket_id = 'ref' and kind = 'desk' and not deleted""",
                row -> desks.put(
                                new RecordId(Sql.uuid(row, "record_id")), Wire.read(Desk.class, row.getBytes("sealed")))
                        == null,
                organisation));
        return desks;
    }

    /** Every day on which a desk was opened or somebody came, the latest first. */
    List<Day> days(OrganisationId organisation, LocalDate from, LocalDate until) {
        Map<Key, List<Attendance.Walk>> walks = new TreeMap<>(Comparator.comparing(Key::day)
                .reversed()
                .thenComparing(key -> key.desk().toString()));
        Map<Key, List<Conditions>> conditions = new LinkedHashMap<>();
        database.read(connection -> {
            Sql.all(connection, """
                            select desk_id, day, confidentiality, connection, admission from desk_day_fact
                            where org_id = ? and day >= ? and day <= ? order by record_id""", row -> new Found(key(row), conditions(row)), organisation, from, until)
                    .forEach(found -> {
                        walks.computeIfAbsent(found.key(), key -> new ArrayList<>());
                        conditions
                                .computeIfAbsent(found.key(), key -> new ArrayList<>())
                                .add(found.conditions());
                    });
            Sql.all(connection, """
                            select desk_id, day, state, arrived_at, received_at, by_appointment from walk_in_fact
                            where org_id = ? and day >= ? and day <= ?""", row -> new Came(key(row), walk(row)), organisation, from, until)
                    .forEach(came -> walks.computeIfAbsent(came.key(), key -> new ArrayList<>())
                            .add(came.walk()));
            return null;
        });
        return walks.entrySet().stream()
                .map(day -> new Day(
                        day.getKey().desk(),
                        day.getKey().day(),
                        conditions.getOrDefault(day.getKey(), List.of()),
                        day.getValue()))
                .toList();
    }

    /** By title. */
    List<Action> actions(OrganisationId organisation) {
        return database.read(connection -> Sql.all(
                connection,
                """
                select a.topic, a.title, a.service, a.began_on, a.ended_on, count(s.record_id) as sessions,
                       coalesce(sum(s.participants), 0) as participants, coalesce(sum(s.first_time), 0) as first_time
                from collective_action_fact a
                left join collective_session_fact s on s.org_id = a.org_id and s.action_id = a.record_id
                where a.org_id = ?
                group by a.record_id, a.topic, a.title, a.service, a.began_on, a.ended_on
                order by a.title, a.record_id""",
                row -> new Action(
                        Topic.valueOf(row.getString("topic")),
                        row.getString("title"),
                        row.getString("service"),
                        row.getObject("began_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class),
                        row.getInt("sessions"),
                        row.getInt("participants"),
                        row.getInt("first_time")),
                organisation));
    }

    private static Key key(ResultSet row) throws SQLException {
        UUID desk = Sql.uuid(row, "desk_id");
        return new Key(new RecordId(desk), row.getObject("day", LocalDate.class));
    }

    private static Conditions conditions(ResultSet row) throws SQLException {
        return new Conditions(
                DeskDay.Confidentiality.valueOf(row.getString("confidentiality")),
                DeskDay.Connection.valueOf(row.getString("connection")),
                DeskDay.Admission.valueOf(row.getString("admission")));
    }

    private static Attendance.Walk walk(ResultSet row) throws SQLException {
        return new Attendance.Walk(
                WalkIn.State.valueOf(row.getString("state")),
                Sql.instant(row, "arrived_at"),
                Sql.instantOrNull(row, "received_at"),
                row.getBoolean("by_appointment"));
    }
}
