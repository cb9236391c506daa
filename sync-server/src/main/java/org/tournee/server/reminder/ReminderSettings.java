package org.tournee.server.reminder;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.TeamHeads;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.reminder.ReminderSetting;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.segment.Profiles;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/**
 * What the reminders of an organisation follow from besides the dossier: the reference data that its phones hold too.
 * Typed once for each state of it, for every dossier asks. Rule: R-REM.
 */
@Singleton
class ReminderSettings {

    private final Database database;
    private final Profiles profiles;
    private final Map<OrganisationId, Typed> typed = new ConcurrentHashMap<>();

    ReminderSettings(Database database, Profiles profiles) {
        this.database = database;
        this.profiles = profiles;
    }

    /**
     * The setting in force.
     *
     * @throws org.tournee.server.problem.ProblemException where the organisation has no profile yet
     */
    ReminderSetting of(OrganisationId organisation) {
        return inForce(organisation).setting();
    }

    /** Everybody who works for it, as every phone knows them. */
    Map<WorkerId, Worker> workers(OrganisationId organisation) {
        return inForce(organisation).workers();
    }

    private Typed inForce(OrganisationId organisation) {
        // Before the data: what is read after it may be newer, and is then read again.
        long head = head(organisation);
        Typed known = typed.get(organisation);
        if (known == null || known.head() != head) {
            Map<WorkerId, Worker> workers = readWorkers(organisation);
            known = new Typed(head, read(organisation, workers), workers);
            typed.put(organisation, known);
        }
        return known;
    }

    private long head(OrganisationId organisation) {
        return database.read(connection -> Sql.first(
                        connection,
                        "select head from bucket where org_id = ? and bucket_id = ?",
                        row -> row.getLong("head"),
                        organisation,
                        BucketId.REFERENCE.toString())
                .orElse(0L));
    }

    private ReminderSetting read(OrganisationId organisation, Map<WorkerId, Worker> workers) {
        return new ReminderSetting(
                profiles.of(organisation), profiles.catalogue(organisation).orElse(null), TeamHeads.of(workers));
    }

    private Map<WorkerId, Worker> readWorkers(OrganisationId organisation) {
        Map<WorkerId, Worker> workers = new HashMap<>();
        database.read(connection -> Sql.all(
                connection,
                "select record_id, sealed from record where org_id = ? and bucket_id = ? and kind = ? and not deleted",
                row -> workers.put(
                        new WorkerId(Sql.uuid(row, "record_id")), Wire.read(Worker.class, row.getBytes("sealed"))),
                organisation,
                BucketId.REFERENCE.toString(),
                RecordKind.WORKER.code()));
        return workers;
    }

    private record Typed(long head, ReminderSetting setting, Map<WorkerId, Worker> workers) {}
}
