package org.tournee.server.reminder;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.problem.ProblemException;
import org.tournee.server.problem.Traces;
import org.tournee.server.segment.PaceSurvey;

/**
 * Looks each dossier, and each register of desks that passed something on, through once a day of the organisation, a few
 * at a time: most of what falls due does so because a day has passed. What is new is told at its moment, every minute.
 * One dossier that fails does not stop the others; it comes again the next day. Nor does one organisation. Rule: R-REM.
 */
@Singleton
@Requires(property = "tournee.reminders.enabled", notEquals = "false")
public class ReminderSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderSweep.class);

    private final Database database;
    private final DossierReminders reminders;
    private final PaceSurvey survey;
    private final SilentPhones phones;
    private final ReminderDelivery delivery;
    private final int batch;

    ReminderSweep(
            Database database,
            DossierReminders reminders,
            PaceSurvey survey,
            SilentPhones phones,
            ReminderDelivery delivery,
            @Property(name = "tournee.reminders.batch", defaultValue = "100") int batch) {
        this.database = database;
        this.reminders = reminders;
        this.survey = survey;
        this.phones = phones;
        this.delivery = delivery;
        this.batch = batch;
    }

    /** The next few dossiers of every organisation. */
    @Scheduled(initialDelay = "${tournee.reminders.delay:20s}", fixedDelay = "${tournee.reminders.interval:10s}")
    void tick() {
        each(organisation -> sweep(organisation, batch));
    }

    /** What is to be told by now, and the phones of which nothing was heard for long. */
    @Scheduled(initialDelay = "${tournee.reminders.delay:20s}", fixedDelay = "${tournee.reminders.delivery:60s}")
    void tell() {
        each(phones::bringUpToDate);
        each(delivery::deliver);
    }

    /**
     * Looks through dossiers that were not yet today.
     *
     * @param most how many at most
     * @return how many it looked through: fewer than {@code most} when the day's are done
     */
    public int sweep(OrganisationId organisation, int most) {
        LocalDate today = survey.today(organisation);
        List<DossierId> dossiers = database.read(connection ->
                Sql.all(connection, """
                select d.dossier_id from (
                    select org_id, dossier_id from dossier_fact
                    union all select org_id, register_id from liaison_fact where taken_on is null
                    group by org_id, register_id) d
                left join reminder_sweep s on s.org_id = d.org_id and s.dossier_id = d.dossier_id
                where d.org_id = ? and s.swept_on is distinct from ? limit ?
                """, row -> new DossierId(Sql.uuid(row, "dossier_id")), organisation, today, most));
        for (DossierId dossier : dossiers) {
            bringUpToDate(organisation, dossier, today);
        }
        return dossiers.size();
    }

    private void bringUpToDate(OrganisationId organisation, DossierId dossier, LocalDate today) {
        try {
            reminders.bringUpToDate(organisation, dossier);
        } catch (RuntimeException e) {
            LOG.error("The reminders of a dossier failed: {}", Traces.withoutMessages(e));
            database.write(connection -> Sql.change(connection, """
                    insert into reminder_sweep (org_id, dossier_id, swept_on) values (?, ?, ?)
                    on conflict (org_id, dossier_id) do update set swept_on = excluded.swept_on
                    """, organisation, dossier, today));
        }
    }

    private void each(Consumer<OrganisationId> work) {
        for (OrganisationId organisation : organisations()) {
            try {
                work.accept(organisation);
            } catch (ProblemException e) {
                LOG.debug("An organisation without a profile has no reminders yet");
            } catch (RuntimeException e) {
                LOG.error("The reminders of an organisation failed: {}", Traces.withoutMessages(e));
            }
        }
    }

    private List<OrganisationId> organisations() {
        return database.read(connection -> Sql.all(
                connection, "select org_id from organisation", row -> new OrganisationId(Sql.uuid(row, "org_id"))));
    }
}
