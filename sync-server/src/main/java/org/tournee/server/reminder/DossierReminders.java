package org.tournee.server.reminder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.OrganisationId;
import org.tournee.reception.RegisterContents;
import org.tournee.reminder.LiaisonReminders;
import org.tournee.reminder.Reminder;
import org.tournee.reminder.ReminderRules;
import org.tournee.reminder.ReminderSetting;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.segment.JournalFacts;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.sync.RecordKind;

/**
 * Computes the reminders of one dossier and notes those that are new, with the moment at which they are told: see {@link
 * ReminderDelivery}. Computed in the transaction in which they are noted. The journal is not opened: its facts are enough, and a long one would cost every change of its dossier. Rule:
 * R-REM.
 *
 * <p>Nobody sees anything of the dossier here, so that it is no reading to be audited: who is told is in the ledger.
 */
@Singleton
public class DossierReminders {

    private final Database database;
    private final RecordTable records;
    private final ReminderSettings settings;
    private final Clock clock;

    DossierReminders(Database database, RecordTable records, ReminderSettings settings, Clock clock) {
        this.database = database;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    /** Brings what is to be told of a dossier up to date; returns how many workers have news, now or later. */
    public int bringUpToDate(OrganisationId organisation, DossierId dossier) {
        ReminderSetting setting = settings.of(organisation);
        LocalDate today = LocalDate.ofInstant(clock.instant(), setting.profile().zone());
        return database.write(connection -> {
            noteSweep(connection, organisation, dossier, today);
            List<Reminder> due = due(connection, organisation, dossier, today, setting);
            return new ReminderLedger(connection, organisation, clock.instant(), setting.profile())
                    .settle(dossier, due)
                    .size();
        });
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
            return ofRegister(organisation, dossier, standing, today, setting);
        }
        return ReminderRules.of(
                besides.withContacts(JournalFacts.of(connection, organisation, dossier)), today, setting);
    }

    /** A register of desks has liaison sheets that wait. Rule: R-REL. */
    private List<Reminder> ofRegister(
            OrganisationId organisation,
            DossierId id,
            List<StoredRecord> standing,
            LocalDate today,
            ReminderSetting setting) {
        return RegisterContents.of(id, standing)
                .map(register ->
                        LiaisonReminders.of(register, today, setting.profile(), settings.workers(organisation)))
                .orElse(List.of());
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
