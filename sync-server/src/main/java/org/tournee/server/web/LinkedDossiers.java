package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Link;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.LinkTable;

/** The dossiers that a worker is linked to, and how. Rules: R-SHARE, R-REF. */
@Singleton
public class LinkedDossiers {

    /** Every term of the dossiers with one of theirs: who answered last is told by all of them. */
    private static final String TERMS = """
            select r.dossier_id, r.worker_id, r.role, r.from_day, r.until_day, w.team_id, t.head_id, me.team_id as my_team
            from referent_fact r
            join worker me on me.org_id = r.org_id and me.worker_id = ?
            left join worker w on w.org_id = r.org_id and w.worker_id = r.worker_id
            left join team t on t.org_id = r.org_id and t.team_id = w.team_id
            where r.org_id = ? and r.dossier_id in (
                select n.dossier_id from referent_fact n
                left join worker w on w.org_id = n.org_id and w.worker_id = n.worker_id
                left join team t on t.org_id = n.org_id and t.team_id = w.team_id
                where n.org_id = me.org_id
                  and (n.worker_id = me.worker_id or w.team_id = me.team_id or t.head_id = me.worker_id))
            """;

    private final Database database;

    LinkedDossiers(Database database) {
        this.database = database;
    }

    /** By dossier; a dossier without a link today is not among them. */
    public Map<DossierId, Set<Link>> of(
            OrganisationId organisation, WorkerId worker, LocalDate today, OrganisationProfile profile) {
        List<TermRow> rows =
                database.read(connection -> Sql.all(connection, TERMS, LinkedDossiers::row, worker, organisation));
        Map<DossierId, List<TermRow>> byDossier = new HashMap<>();
        rows.forEach(row -> byDossier
                .computeIfAbsent(row.dossier(), dossier -> new ArrayList<>())
                .add(row));
        int formerMonths = profile.on(today).reminders().formerReferentView().value();
        Map<DossierId, Set<Link>> links = new HashMap<>();
        byDossier.forEach((dossier, terms) -> {
            Set<Link> theirs = links(worker, terms, today, formerMonths);
            if (!theirs.isEmpty()) {
                links.put(dossier, theirs);
            }
        });
        return links;
    }

    private static Set<Link> links(WorkerId worker, List<TermRow> rows, LocalDate today, int formerMonths) {
        List<LinkTable.Answering> answering =
                rows.stream().map(TermRow::answering).toList();
        return LinkTable.linksToday(worker, rows.get(0).myTeam(), answering, today, formerMonths);
    }

    private static TermRow row(ResultSet row) throws SQLException {
        return new TermRow(
                new DossierId(Sql.uuid(row, "dossier_id")),
                new LinkTable.Answering(
                        new ReferentTerm.Term(
                                new WorkerId(Sql.uuid(row, "worker_id")),
                                ReferentRole.valueOf(row.getString("role")),
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("until_day", LocalDate.class)),
                        Sql.uuidOrNull(row, "team_id"),
                        Sql.uuidOrNull(row, "head_id")),
                Sql.uuidOrNull(row, "my_team"));
    }

    private record TermRow(
            DossierId dossier,
            LinkTable.Answering answering,
            @Nullable UUID myTeam) {}
}
