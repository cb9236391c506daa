package org.tournee.server.reminder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.problem.Traces;
import org.tournee.server.store.SqlArray;
import org.tournee.server.sync.Wakeups;

/**
 * Tells what is due at its moment: one signal a worker, and one mail to whoever has a mailbox, however much is due. Causes
 * are looked at again just before, so that what was done meanwhile is not told. Signal and mail say that something is due
 * and nothing more: no personal data leaves the server, the phone computes the reminders itself. Rule: R-REM.
 *
 * <p>Two instances may do it at once: each reminder is taken by one of them. A dossier that fails is told nothing of, and
 * tried again the next time; it does not stop the others.
 */
@Singleton
public class ReminderDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderDelivery.class);
    private static final String WAITING = " org_id = ? and delivered_at is null and ended_at is null and tell_at <= ? ";

    private final Database database;
    private final DossierReminders reminders;
    private final Wakeups wakeups;
    private final ReminderMail mail;
    private final Clock clock;

    ReminderDelivery(Database database, DossierReminders reminders, Wakeups wakeups, ReminderMail mail, Clock clock) {
        this.database = database;
        this.reminders = reminders;
        this.wakeups = wakeups;
        this.mail = mail;
        this.clock = clock;
    }

    /** Tells what is to be told by now; returns who was woken. */
    public Collection<WorkerId> deliver(OrganisationId organisation) {
        Instant now = clock.instant();
        List<DossierId> failed = waiting(organisation, now).stream()
                .filter(dossier -> !isUpToDate(organisation, dossier))
                .toList();
        Collection<WorkerId> told = database.write(connection -> {
            TreeMap<String, WorkerId> once = new TreeMap<>();
            taken(connection, organisation, failed, now).forEach(worker -> once.put(worker.toString(), worker));
            mail.note(connection, organisation, once.values(), now);
            return List.copyOf(once.values());
        });
        if (!told.isEmpty()) {
            wakeups.publish(organisation, told, Wakeups.Kind.REMINDER);
        }
        return told;
    }

    private static List<WorkerId> taken(
            Connection connection, OrganisationId organisation, List<DossierId> failed, Instant now)
            throws SQLException {
        return Sql.all(
                connection,
                "update reminder_told set delivered_at = ? where" + WAITING
                        + "and (dossier_id is null or dossier_id <> all(?)) returning worker_id",
                row -> new WorkerId(Sql.uuid(row, "worker_id")),
                now,
                organisation,
                now,
                new SqlArray(connection).ids(failed, id -> id));
    }

    private boolean isUpToDate(OrganisationId organisation, DossierId dossier) {
        try {
            reminders.bringUpToDate(organisation, dossier);
            return true;
        } catch (RuntimeException e) {
            LOG.error("The reminders of a dossier failed before they were told: {}", Traces.withoutMessages(e));
            return false;
        }
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
