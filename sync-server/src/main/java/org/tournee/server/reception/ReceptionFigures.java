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
import org.tournee.reception.DeskDay;
import org.tournee.reception.WalkIn;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.RecordId;

/** Counted from facts that name nobody: no register is opened for it. Rules: R-PER, R-COL, R-IND. */
@Singleton
class ReceptionFigures {

    /** What was counted of one desk on one day, and the conditions that were found there. */
    record Day(RecordId desk, LocalDate day, List<Conditions> conditions, List<Attendance.Walk> walks) {}

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

    /** Every day on which some desk was opened or somebody came, the latest first; both bounds count. */
    List<Day> days(OrganisationId organisation, LocalDate from, LocalDate until) {
        return days("", organisation, from, until);
    }

    /** The same of one desk: a statement of its own, planned for it. */
    List<Day> daysOf(RecordId desk, OrganisationId organisation, LocalDate from, LocalDate until) {
        return days(" and desk_id = ?", organisation, from, until, desk);
    }

    private List<Day> days(String narrower, Object... parameters) {
        Map<Key, List<Attendance.Walk>> walks = new TreeMap<>(Comparator.comparing(Key::day)
                .reversed()
                .thenComparing(key -> key.desk().toString()));
        Map<Key, List<Conditions>> conditions = new LinkedHashMap<>();
        database.read(connection -> {
            Sql.all(
                            connection,
                            """
                            select desk_id, day, confidentiality, connection, admission from desk_day_fact
                            where org_id = ? and day >= ? and day <= ?""" + narrower + " order by record_id",
                            row -> new Found(key(row), conditions(row)),
                            parameters)
                    .forEach(found -> {
                        walks.computeIfAbsent(found.key(), key -> new ArrayList<>());
                        conditions
                                .computeIfAbsent(found.key(), key -> new ArrayList<>())
                                .add(found.conditions());
                    });
            Sql.all(connection, """
                            select desk_id, day, state, arrived_at, received_at, by_appointment from walk_in_fact
                            where org_id = ? and day >= ? and day <= ?""" + narrower, row -> new Came(key(row), walk(row)), parameters)
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

    /** Those that went on between those days, with their sessions of then, by title; both bounds count. */
    List<Action> actions(OrganisationId organisation, LocalDate from, LocalDate until) {
        return database.read(connection -> Sql.all(
                connection,
                """
                select a.topic, a.title, a.service, a.began_on, a.ended_on, count(s.record_id) as sessions,
                       coalesce(sum(s.participants), 0) as participants, coalesce(sum(s.first_time), 0) as first_time
                from collective_action_fact a
                left join collective_session_fact s on s.org_id = a.org_id and s.action_id = a.record_id
                    and s.day >= ? and s.day <= ?
                where a.org_id = ? and a.began_on <= ? and (a.ended_on is null or a.ended_on >= ?)
                group by a.record_id, a.topic, a.title, a.service, a.began_on, a.ended_on
                order by a.title, a.began_on, a.record_id""",
                row -> new Action(
                        Topic.valueOf(row.getString("topic")),
                        row.getString("title"),
                        row.getString("service"),
                        row.getObject("began_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class),
                        row.getInt("sessions"),
                        row.getInt("participants"),
                        row.getInt("first_time")),
                from,
                until,
                organisation,
                until,
                from));
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
