package org.tournee.server.reminder;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.reminder.Reminder;
import org.tournee.server.database.Sql;

/** Which causes were told to whom: each once, as long as it lasts. Rule: R-REM. */
final class ReminderLedger {

    private final Connection connection;
    private final OrganisationId organisation;
    private final Instant now;

    ReminderLedger(Connection connection, OrganisationId organisation, Instant now) {
        this.connection = connection;
        this.organisation = organisation;
        this.now = now;
    }

    /**
     * Brings the ledger of a dossier to what is due now.
     *
     * @param due its reminders as the rules give them at this moment
     * @return whoever has something to be told that they were not told before
     */
    Set<WorkerId> settle(DossierId dossier, List<Reminder> due) throws SQLException {
        endAllBut(dossier, due);
        Set<WorkerId> news = new TreeSet<>((one, other) -> one.value().compareTo(other.value()));
        for (Reminder reminder : due) {
            if (begin(reminder)) {
                news.add(reminder.whom());
            }
        }
        return news;
    }

    /** False where it was told and lasts. One that ended and is back is told again: its cause is a new one. */
    private boolean begin(Reminder reminder) throws SQLException {
        return Sql.change(
                        connection,
                        """
                        insert into reminder_told (org_id, cause, worker_id, dossier_id, due_on, told_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (org_id, worker_id, cause) do update set told_at = excluded.told_at, ended_at = null
                        where reminder_told.ended_at is not null
                        """,
                        organisation,
                        reminder.cause(),
                        reminder.whom(),
                        reminder.dossier(),
                        reminder.dueOn(),
                        now)
                > 0;
    }

    private void endAllBut(DossierId dossier, List<Reminder> due) throws SQLException {
        List<String> lasting = new ArrayList<>();
        due.forEach(reminder -> lasting.add(reminder.whom() + " " + reminder.cause()));
        Sql.change(connection, """
                update reminder_told set ended_at = ?
                where org_id = ? and dossier_id = ? and ended_at is null and not worker_id || ' ' || cause = any(?)
                """, now, organisation, dossier, lasting.toArray(String[]::new));
    }
}
