package org.tournee.server.reminder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.reminder.Reminder;
import org.tournee.reminder.ReminderRules;
import org.tournee.reminder.ReminderSetting;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.segment.JournalFacts;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.server.sync.Wakeups;
import org.tournee.sync.RecordKind;

/**
 * Computes the reminders of one dossier and tells those that are new. Computed in the transaction in which they are
 * noted, and sent as it ends, so that a cause that is gone is not told; what is sent says no more than that something is
 * due. The journal is not opened: its facts are enough, and a long one would cost every change of its dossier. Rule:
 * R-REM.
 *
 * <p>Nobody sees anything of the dossier here, so that it is no reading to be audited: who is told is in the ledger.
 */
@Singleton
public class DossierReminders {

    private final Database database;
    private final RecordTable records;
    private final ReminderSettings settings;
    private final Wakeups wakeups;
    private final Clock clock;

    DossierReminders(Database database, RecordTable records, ReminderSettings settings, Wakeups wakeups, Clock clock) {
        this.database = database;
        this.records = records;
        this.settings = settings;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /** Brings what was told of a dossier up to date; tells how many workers have news. */
    public int bringUpToDate(OrganisationId organisation, DossierId dossier) {
        ReminderSetting setting = settings.of(organisation);
        LocalDate today = LocalDate.ofInstant(clock.instant(), setting.profile().zone());
        Set<WorkerId> news = database.write(connection -> {
            noteSweep(connection, organisation, dossier, today);
            List<Reminder> due = due(connection, organisation, dossier, today, setting);
            return new ReminderLedger(connection, organisation, clock.instant()).settle(dossier, due);
        });
        if (!news.isEmpty()) {
            wakeups.publish(organisation, news, Wakeups.Kind.REMINDER);
        }
        return news.size();
    }

    private List<Reminder> due(
            Connection connection,
            OrganisationId organisation,
            DossierId dossier,
            LocalDate today,
            ReminderSetting setting)
            throws SQLException {
        List<StoredRecord> standing =
                records.ofDossierBesides(connection, organisation, dossier, RecordKind.CONTACT).stream()
                        .filter(row -> !row.deleted())
                        .map(RecordRow::stored)
                        .toList();
        DossierContents besides = DossierContents.of(dossier, standing).orElse(null);
        if (besides == null) {
            return List.of();
        }
        return ReminderRules.of(
                besides.withContacts(JournalFacts.of(connection, organisation, dossier)), today, setting);
    }

    /** First of all, so that two at once wait for each other instead of telling twice. */
    private static void noteSweep(
            Connection connection, OrganisationId organisation, DossierId dossier, LocalDate today)
            throws SQLException {
        Sql.change(connection, """
                insert into reminder_sweep (org_id, dossier_id, swept_on) values (?, ?, ?)
                on conflict (org_id, dossier_id) do update set swept_on = excluded.swept_on
                """, organisation, dossier, today);
    }
}
