package org.tournee.server.reminder;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.sync.Wakeups;

/**
 * Tells what is due at its moment: one signal a worker, however much is due. Causes are looked at again just before, so
 * that what was done meanwhile is not told. The signal says that something is due and nothing more: no personal data
 * leaves the server, the phone computes the reminders itself. Rule: R-REM.
 *
 * <p>Two instances may do it at once: each reminder is taken by one of them.
 */
@Singleton
public class ReminderDelivery {

    private static final String WAITING = " org_id = ? and delivered_at is null and ended_at is null and tell_at <= ? ";

    private final Database database;
    private final DossierReminders reminders;
    private final Wakeups wakeups;
    private final Clock clock;

    ReminderDelivery(Database database, DossierReminders reminders, Wakeups wakeups, Clock clock) {
        this.database = database;
        this.reminders = reminders;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /** Tells what is to be told by now; returns who was woken. */
    public Collection<WorkerId> deliver(OrganisationId organisation) {
        Instant now = clock.instant();
        for (DossierId dossier : waiting(organisation, now)) {
            reminders.bringUpToDate(organisation, dossier);
        }
        List<WorkerId> told = database.write(connection -> Sql.all(
                connection,
                "update reminder_told set delivered_at = ? where" + WAITING + "returning worker_id",
                row -> new WorkerId(Sql.uuid(row, "worker_id")),
                now,
                organisation,
                now));
        TreeMap<String, WorkerId> once = new TreeMap<>();
        told.forEach(worker -> once.put(worker.toString(), worker));
        if (!once.isEmpty()) {
            wakeups.publish(organisation, once.values(), Wakeups.Kind.REMINDER);
        }
        return once.values();
    }

    private List<DossierId> waiting(OrganisationId organisation, Instant now) {
        return database.read(connection -> Sql.all(
                connection,
                "select distinct dossier_id from reminder_told where" + WAITING + "and dossier_id is not null",
                row -> new DossierId(Sql.uuid(row, "dossier_id")),
                organisation,
                now));
    }
}
