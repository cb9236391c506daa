package org.tournee.server.erasure;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Actor;
import org.tournee.server.store.DocumentKeys;
import org.tournee.server.store.DossierStandings;
import org.tournee.server.store.ErasedDossiers;
import org.tournee.server.store.MovedMeanwhile;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.RedirectTable;
import org.tournee.sync.RecordId;

/**
 * Erases a dossier for good: its key is destroyed, so that log, archive and documents cannot be read any more, its records
 * are emptied, and every phone that held any of it gives it back. What was merged into it goes with it. Rule: R-GDPR.
 */
@Singleton
public class EraseDossier {

    /** How it ended. */
    public enum Result {
        ERASED,
        NOT_ALLOWED,
        /** There is no such dossier, or none any more. */
        UNKNOWN,
        /** It goes on as another one: that one is erased, or the merge is undone first. */
        MERGED
    }

    private final Database database;
    private final DossierStandings standings;
    private final RecordTable records;
    private final ErasedDossiers erased;
    private final DocumentKeys documents;
    private final AuditTrail audit;

    EraseDossier(
            Database database,
            DossierStandings standings,
            RecordTable records,
            ErasedDossiers erased,
            DocumentKeys documents,
            AuditTrail audit) {
        this.database = database;
        this.standings = standings;
        this.records = records;
        this.erased = erased;
        this.documents = documents;
        this.audit = audit;
    }

    /** Erases it, where the worker is its head. It cannot be undone. */
    public Result erase(Actor actor, WorkerId worker, DossierId dossier, ErasureReason reason, Instant at) {
        return database.write(connection -> {
            OrganisationId organisation = actor.organisation();
            List<DossierId> all = withMerged(connection, organisation, dossier);
            documents.lock(connection, organisation, all);
            erased.lock(connection, organisation, all);
            if (!standings.of(connection, organisation, worker, dossier, at).may(Act.ERASE, Subject.dossier(), null)) {
                refuse(connection, actor, worker, at);
                return Result.NOT_ALLOWED;
            }
            if (!RedirectTable.ends(connection, organisation, Set.of(dossier.value()))
                    .isEmpty()) {
                return Result.MERGED;
            }
            boolean there = records.find(connection, organisation, List.of(new RecordId(dossier.value()))).stream()
                    .anyMatch(row -> !row.deleted());
            if (!there) {
                return Result.UNKNOWN;
            }
            if (!withMerged(connection, organisation, dossier).equals(all)) {
                throw MovedMeanwhile.failure();
            }
            for (DossierId one : all) {
                documents.follow(connection, organisation, one);
            }
            for (DossierId one : all) {
                erase(connection, actor, worker, one, reason, at);
            }
            return Result.ERASED;
        });
    }

    /**
     * Whether that worker erased it: to nobody else there ever was such a dossier. Whoever did not hear the answer asks
     * again, and is to know that it is done. Rule: R-GDPR, case E8.
     */
    public boolean isErasedBy(OrganisationId organisation, WorkerId worker, DossierId dossier) {
        return database.read(connection -> !Sql.all(
                        connection,
                        "select dossier_id from erased_dossier where org_id = ? and dossier_id = ? and decided_by = ?",
                        row -> new DossierId(Sql.uuid(row, "dossier_id")),
                        organisation,
                        dossier,
                        worker)
                .isEmpty());
    }

    /** In the organisation's chain: there may be no such dossier. */
    private void refuse(Connection connection, Actor actor, WorkerId worker, Instant at) throws SQLException {
        audit.append(
                connection,
                actor.organisation(),
                List.of(new AuditEntry(
                        at, worker, actor.stream(), AuditEntry.Act.REFUSE, null, null, Act.ERASE.name())));
    }

    private void erase(
            Connection connection, Actor actor, WorkerId worker, DossierId dossier, ErasureReason reason, Instant at)
            throws SQLException {
        Sql.change(connection, """
                insert into erased_dossier (org_id, dossier_id, reason, decided_by, erased_at)
                values (?, ?, ?, ?, ?)""", actor.organisation(), dossier, reason.name(), worker, at);
        erased.empty(connection, actor.organisation(), dossier, at);
        audit.append(
                connection,
                actor.organisation(),
                List.of(
                        new AuditEntry(at, worker, actor.stream(), AuditEntry.Act.ERASE, dossier, null, reason.name()),
                        new AuditEntry(at, worker, actor.stream(), AuditEntry.Act.ERASE, null, null, reason.name())));
    }

    /** The dossier, and those that were merged into it or into one of them: their own keys opened parts of the log. */
    private static List<DossierId> withMerged(Connection connection, OrganisationId organisation, DossierId dossier)
            throws SQLException {
        List<DossierId> all = new ArrayList<>(List.of(dossier));
        all.addAll(Sql.all(
                connection,
                """
                with recursive merged as (
                    select merged_id from dossier_merge where org_id = ? and kept_id = ? and undone_at is null
                    union
                    select m.merged_id from dossier_merge m join merged on m.kept_id = merged.merged_id
                    where m.org_id = ? and m.undone_at is null)
                select merged_id from merged order by merged_id""",
                row -> new DossierId(Sql.uuid(row, "merged_id")),
                organisation,
                dossier,
                organisation));
        return all;
    }
}
