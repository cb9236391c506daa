package org.tournee.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.CollectiveSession;
import org.tournee.reception.DeskDay;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.WalkIn;
import org.tournee.sync.RecordKind;

/** What is counted of the desks: without a name, so that it stays when its register is erased. Rules: R-PER, R-COL, R-IND. */
final class ReceptionFacts {

    private static final String OWNER = "register_id";

    private static final FactTable<DeskDay> DAYS = new FactTable<>(
            "desk_day_fact",
            OWNER,
            List.of(
                    new FactTable.Column<>(
                            "desk_id", "uuid", fact -> fact.value().session().desk()),
                    new FactTable.Column<>(
                            "day", "date", fact -> fact.value().session().day()),
                    new FactTable.Column<>(
                            "confidentiality",
                            "text",
                            fact -> fact.value().conditions().confidentiality()),
                    new FactTable.Column<>(
                            "connection",
                            "text",
                            fact -> fact.value().conditions().connection()),
                    new FactTable.Column<>(
                            "admission",
                            "text",
                            fact -> fact.value().conditions().admission())));

    private static final FactTable<WalkIn> WALK_INS = new FactTable<>(
            "walk_in_fact",
            OWNER,
            List.of(
                    new FactTable.Column<>(
                            "desk_id", "uuid", fact -> fact.value().arrival().desk()),
                    new FactTable.Column<>(
                            "day", "date", fact -> fact.value().arrival().day()),
                    new FactTable.Column<>(
                            "state", "text", fact -> fact.value().course().state()),
                    new FactTable.Column<>(
                            "arrived_at",
                            "timestamptz",
                            fact -> fact.value().arrival().at()),
                    new FactTable.Column<>(
                            "received_at",
                            "timestamptz",
                            fact -> fact.value().course().receivedAt()),
                    new FactTable.Column<>(
                            "by_appointment",
                            "boolean",
                            fact -> fact.value().arrival().byAppointment())));

    private static final FactTable<LiaisonSheet> LIAISONS = new FactTable<>(
            "liaison_fact",
            OWNER,
            List.of(
                    new FactTable.Column<>(
                            "worker_id", "uuid", fact -> fact.value().address().worker()),
                    new FactTable.Column<>(
                            "team_id", "uuid", fact -> fact.value().address().team()),
                    new FactTable.Column<>(
                            "urgency", "text", fact -> fact.value().message().urgency()),
                    new FactTable.Column<>(
                            "sent_on", "date", fact -> fact.value().message().sentOn()),
                    new FactTable.Column<>("taken_on", "date", fact -> takenOn(fact.value()))));

    private static final FactTable<CollectiveAction> ACTIONS = new FactTable<>(
            "collective_action_fact",
            OWNER,
            List.of(
                    new FactTable.Column<>(
                            "topic", "text", fact -> fact.value().theme().topic()),
                    new FactTable.Column<>(
                            "title", "text", fact -> fact.value().theme().title()),
                    new FactTable.Column<>(
                            "service", "text", fact -> fact.value().theme().service()),
                    new FactTable.Column<>(
                            "began_on", "date", fact -> fact.value().theme().beganOn()),
                    new FactTable.Column<>("ended_on", "date", fact -> endedOn(fact.value()))));

    private static final FactTable<CollectiveSession> SESSIONS = new FactTable<>(
            "collective_session_fact",
            OWNER,
            List.of(
                    new FactTable.Column<>(
                            "action_id", "uuid", fact -> fact.value().session().action()),
                    new FactTable.Column<>(
                            "day", "date", fact -> fact.value().session().day()),
                    new FactTable.Column<>(
                            "participants",
                            "integer",
                            fact -> fact.value().session().participants()),
                    new FactTable.Column<>(
                            "first_time",
                            "integer",
                            fact -> fact.value().session().firstTime())));

    private ReceptionFacts() {}

    /** Brings the facts of those records up to date; what a phone took back is counted no more. */
    static void write(Connection connection, OrganisationId organisation, Collection<RecordRow> rows)
            throws SQLException {
        List<RecordRow> ours =
                rows.stream().filter(ReceptionFacts::isOfRegister).toList();
        if (ours.isEmpty()) {
            return;
        }
        DAYS.write(connection, organisation, Facts.read(ours, RecordKind.DESK_DAY, DeskDay.class));
        WALK_INS.write(connection, organisation, Facts.read(ours, RecordKind.WALK_IN, WalkIn.class));
        LIAISONS.write(connection, organisation, Facts.read(ours, RecordKind.LIAISON, LiaisonSheet.class));
        ACTIONS.write(connection, organisation, Facts.read(ours, RecordKind.COLLECTIVE_ACTION, CollectiveAction.class));
        SESSIONS.write(
                connection, organisation, Facts.read(ours, RecordKind.COLLECTIVE_SESSION, CollectiveSession.class));
        List<RecordRow> gone = ours.stream().filter(RecordRow::deleted).toList();
        for (String table : List.of(DAYS.name(), WALK_INS.name(), LIAISONS.name(), ACTIONS.name(), SESSIONS.name())) {
            remove(connection, organisation, table, gone);
        }
    }

    private static boolean isOfRegister(RecordRow row) {
        return row.dossier() != null
                && RecordKind.ofCode(row.kind())
                        .filter(RecordKind::isOfRegister)
                        .isPresent();
    }

    private static void remove(Connection connection, OrganisationId organisation, String table, List<RecordRow> gone)
            throws SQLException {
        if (gone.isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + table + " where org_id = ? and record_id = any(?)")) {
            delete.setObject(1, organisation.value());
            delete.setArray(2, new SqlArray(connection).ids(gone, RecordRow::id));
            delete.executeUpdate();
        }
    }

    private static @Nullable LocalDate takenOn(LiaisonSheet sheet) {
        LiaisonSheet.Takeover takeover = sheet.takeover();
        return takeover == null ? null : takeover.on();
    }

    private static @Nullable LocalDate endedOn(CollectiveAction action) {
        CollectiveAction.Ending ending = action.ending();
        return ending == null ? null : ending.on();
    }
}
