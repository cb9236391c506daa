package org.tournee.server.reminder;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.reminder.Delivery;
import org.tournee.reminder.PhoneSilence;
import org.tournee.reminder.Reminder;
import org.tournee.server.database.Sql;

/** Which causes were told to whom: each once, as long as it lasts. Rule: R-REM. */
final class ReminderLedger {

    private final Connection connection;
    private final OrganisationId organisation;
    private final Instant now;
    private final OrganisationProfile profile;

    ReminderLedger(Connection connection, OrganisationId organisation, Instant now, OrganisationProfile profile) {
        this.connection = connection;
        this.organisation = organisation;
        this.now = now;
        this.profile = profile;
    }

    /**
     * Brings the ledger of a dossier to what is due now.
     *
     * @param due its reminders as the rules give them at this moment
     * @return whoever has something to be told that they were not told before, now or later
     */
    Set<WorkerId> settle(DossierId dossier, List<Reminder> due) throws SQLException {
        endAllBut(dossier, due);
        Set<WorkerId> news = new TreeSet<>((one, other) -> one.value().compareTo(other.value()));
        for (Reminder reminder : due) {
            if (begin(reminder.cause(), reminder.whom(), reminder.dossier(), reminder.dueOn(), reminder.urgent())) {
                news.add(reminder.whom());
            } else if (reminder.urgent()) {
                hasten(reminder);
            }
        }
        return news;
    }

    /**
     * Notes which phones were silent for long.
     *
     * @param silences each with whoever is told of it
     */
    void settle(Map<PhoneSilence, Set<WorkerId>> silences) throws SQLException {
        List<String> lasting = new ArrayList<>();
        for (Map.Entry<PhoneSilence, Set<WorkerId>> silence : silences.entrySet()) {
            for (WorkerId whom : silence.getValue()) {
                begin(silence.getKey().cause(), whom, null, silence.getKey().dueOn(), false);
                lasting.add(whom + " " + silence.getKey().cause());
            }
        }
        Sql.change(connection, """
                update reminder_told set ended_at = ?
                where org_id = ? and dossier_id is null and ended_at is null and not worker_id || ' ' || cause = any(?)
                """, now, organisation, lasting.toArray(String[]::new));
    }

    /** False where it was told and lasts. One that ended and is back is told again: its cause is a new one. */
    private boolean begin(String cause, WorkerId whom, @Nullable DossierId dossier, LocalDate dueOn, boolean urgent)
            throws SQLException {
        return Sql.change(
                        connection,
                        """
                        insert into reminder_told (org_id, cause, worker_id, dossier_id, due_on, told_at, tell_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (org_id, worker_id, cause) do update set told_at = excluded.told_at,
                            tell_at = excluded.tell_at, delivered_at = null, ended_at = null
                        where reminder_told.ended_at is not null
                        """,
                        organisation,
                        cause,
                        whom,
                        dossier,
                        dueOn,
                        now,
                        Delivery.tellAt(urgent, now, profile))
                > 0;
    }

    /** What could wait until yesterday and cannot today does not wait for the digest. */
    private void hasten(Reminder reminder) throws SQLException {
        Sql.change(
                connection, """
                update reminder_told set tell_at = least(tell_at, ?)
                where org_id = ? and worker_id = ? and cause = ? and delivered_at is null and ended_at is null
                """, Delivery.tellAt(true, now, profile), organisation, reminder.whom(), reminder.cause());
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
