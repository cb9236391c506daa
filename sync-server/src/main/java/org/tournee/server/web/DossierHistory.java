package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/** Who changed and who saw a dossier: from its audit, which holds no contents. Rule: R-AUD. */
@Singleton
class DossierHistory {

    private static final int LONGEST = 60;
    private static final String CHANGES = "('OPEN', 'WRITE', 'RETURN', 'SETTLE', 'ASSIGN', 'CLOSE', 'REOPEN')";
    private static final String READINGS = "('READ', 'FOUND', 'DELIVER', 'REFUSE', 'BREAK_GLASS')";

    private final Database database;

    DossierHistory(Database database) {
        this.database = database;
    }

    /** The latest changes, the newest first. */
    List<Step> changes(OrganisationId organisation, DossierId dossier) {
        return steps(organisation, dossier, CHANGES);
    }

    /** The latest readings, the newest first; for the head. */
    List<Step> readings(OrganisationId organisation, DossierId dossier) {
        return steps(organisation, dossier, READINGS);
    }

    private List<Step> steps(OrganisationId organisation, DossierId dossier, String acts) {
        return database.read(connection -> Sql.all(
                connection,
                """
                select a.at, a.worker_id, a.act, a.detail, r.kind
                from audit a left join record r on r.org_id = a.org_id and r.record_id = a.record_id
                where a.org_id = ? and a.chain = ? and a.act in %s order by a.seq desc limit %d
                """.formatted(acts, LONGEST),
                row -> new Step(
                        Sql.instant(row, "at"),
                        Sql.uuidOrNull(row, "worker_id") == null ? null : new WorkerId(Sql.uuid(row, "worker_id")),
                        row.getString("act"),
                        row.getString("kind"),
                        row.getString("detail")),
                organisation,
                dossier.toString()));
    }

    /**
     * One thing that was done.
     *
     * @param kind of the record; null for the dossier as a whole
     * @param detail codes and counts
     */
    record Step(
            Instant at,
            @Nullable WorkerId worker,
            String act,
            @Nullable String kind,
            String detail) {}
}
