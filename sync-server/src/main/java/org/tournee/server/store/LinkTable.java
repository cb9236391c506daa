package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.access.DossierLinks;
import org.tournee.access.Link;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.segment.Profiles;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordKind;

/** How workers are linked to dossiers, and what their roles are. Rules: R-SHARE, R-REF. */
@Singleton
public class LinkTable {

    /** A worker as access sees them. */
    public record Standing(Set<Role> roles, @Nullable UUID team) {

        public static final Standing NOBODY = new Standing(Set.of(), null);
    }

    /** The links of a worker to a dossier today, and those that their terms gave at any time. */
    public record Links(Set<Link> now, Set<Link> ever) {

        public static final Links NONE = new Links(Set.of(), Set.of());
    }

    /** A term, with the team of who answers and the head of that team. */
    public record Answering(
            ReferentTerm.Term term,
            @Nullable UUID team,
            @Nullable UUID head) {}

    /** What a worker is; nobody where they do not exist or do not work here any more. */
    public Standing standing(Connection connection, OrganisationId organisation, WorkerId worker) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select roles, team_id from worker where org_id = ? and worker_id = ? and active")) {
            select.setObject(1, organisation.value());
            select.setObject(2, worker.value());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? new Standing(RoleCodes.read(rows.getString(1)), rows.getObject(2, UUID.class))
                        : Standing.NOBODY;
            }
        }
    }

    /** The links of a worker to each of those dossiers. */
    public Map<DossierId, Links> links(
            Connection connection,
            OrganisationId organisation,
            WorkerId worker,
            Standing standing,
            Collection<DossierId> dossiers,
            LocalDate today)
            throws SQLException {
        Map<DossierId, Links> links = new HashMap<>();
        Map<DossierId, List<Answering>> answering = terms(connection, organisation, dossiers);
        boolean anyEnded = answering.values().stream()
                .flatMap(List::stream)
                .map(Answering::term)
                .anyMatch(term -> term.worker().equals(worker) && !term.runsOn(today));
        int formerMonths = anyEnded ? formerMonths(connection, organisation, today) : 0;
        answering.forEach((dossier, terms) -> links.put(dossier, links(worker, standing, terms, today, formerMonths)));
        List<DossierId> others =
                dossiers.stream().filter(id -> !links.containsKey(id)).toList();
        if (!others.isEmpty()) {
            links.putAll(registers(connection, organisation, worker, others));
        }
        return links;
    }

    /** For how many months a former referent still sees a dossier, as the profile says today; none without one. */
    private static int formerMonths(Connection connection, OrganisationId organisation, LocalDate today)
            throws SQLException {
        return Profiles.latest(connection, organisation, RecordKind.PROFILE, OrganisationProfile.class)
                .map(profile ->
                        profile.on(today).reminders().formerReferentView().value())
                .orElse(0);
    }

    /** For whom those are registers: whoever works at their site receives there. Nobody answers for a register. */
    private static Map<DossierId, Links> registers(
            Connection connection, OrganisationId organisation, WorkerId worker, Collection<DossierId> ids)
            throws SQLException {
        Map<DossierId, Links> links = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select r.register_id, exists (
                    select 1 from worker w join team t on t.org_id = w.org_id and t.team_id = w.team_id
                    where w.org_id = r.org_id and w.worker_id = ? and w.active and t.site_id = r.site_id)
                from reception_register r where r.org_id = ? and r.register_id = any(?)""")) {
            select.setObject(1, worker.value());
            select.setObject(2, organisation.value());
            select.setArray(3, new SqlArray(connection).ids(ids, id -> id));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Set<Link> desk = Set.of(Link.DESK);
                    links.put(
                            new DossierId(rows.getObject(1, UUID.class)),
                            new Links(rows.getBoolean(2) ? desk : Set.of(), desk));
                }
            }
        }
        return links;
    }

    /**
     * The links of a worker to a dossier for which those answer.
     *
     * @param formerMonths for how long a former referent still sees the dossier
     */
    public static Links links(
            WorkerId worker, Standing standing, List<Answering> rows, LocalDate today, int formerMonths) {
        Set<Link> ever = EnumSet.noneOf(Link.class);
        rows.stream()
                .map(Answering::term)
                .filter(term -> term.worker().equals(worker))
                .forEach(term -> ever.add(link(term.role())));
        return new Links(linksToday(worker, standing.team(), rows, today, formerMonths), ever);
    }

    /**
     * The links of a worker today to a dossier for which those answer.
     *
     * @param team theirs; null where they work in none
     * @param formerMonths for how long a former referent still sees the dossier
     */
    public static Set<Link> linksToday(
            WorkerId worker, @Nullable UUID team, List<Answering> rows, LocalDate today, int formerMonths) {
        List<ReferentTerm.Term> terms = rows.stream().map(Answering::term).toList();
        Set<Link> links = EnumSet.noneOf(Link.class);
        links.addAll(DossierLinks.of(worker, terms, today, formerMonths));
        List<ReferentTerm.Term> heads = DossierLinks.lastAnswering(terms, today);
        for (Answering row : rows) {
            boolean lasts = row.term().runsOn(today) && row.term().role() != ReferentRole.REPLACEMENT;
            if (lasts && team != null && team.equals(row.team())) {
                links.add(Link.TEAM);
            }
            if (worker.value().equals(row.head()) && heads.contains(row.term())) {
                links.add(Link.HEAD);
            }
        }
        return links;
    }

    private static Link link(ReferentRole role) {
        return switch (role) {
            case REFERENT -> Link.REFERENT;
            case ADMIN_REFERENT -> Link.ADMIN_REFERENT;
            case REPLACEMENT -> Link.REPLACEMENT;
        };
    }

    private static Map<DossierId, List<Answering>> terms(
            Connection connection, OrganisationId organisation, Collection<DossierId> dossiers) throws SQLException {
        Map<DossierId, List<Answering>> terms = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select r.dossier_id, r.worker_id, r.role, r.from_day, r.until_day, w.team_id, t.head_id
                from referent_fact r
                left join worker w on w.org_id = r.org_id and w.worker_id = r.worker_id
                left join team t on t.org_id = r.org_id and t.team_id = w.team_id
                where r.org_id = ? and r.dossier_id = any(?)""")) {
            select.setObject(1, organisation.value());
            select.setArray(2, new SqlArray(connection).ids(dossiers, dossier -> dossier));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    terms.computeIfAbsent(new DossierId(rows.getObject(1, UUID.class)), dossier -> new ArrayList<>())
                            .add(term(rows));
                }
            }
        }
        return terms;
    }

    private static Answering term(ResultSet rows) throws SQLException {
        return new Answering(
                new ReferentTerm.Term(
                        new WorkerId(rows.getObject(2, UUID.class)),
                        ReferentRole.valueOf(rows.getString(3)),
                        rows.getObject(4, LocalDate.class),
                        rows.getObject(5, LocalDate.class)),
                rows.getObject(6, UUID.class),
                rows.getObject(7, UUID.class));
    }

    /** Every epoch in which the worker held the service bucket of each of those dossiers. */
    public Map<DossierId, Set<Long>> grantEpochs(
            Connection connection, OrganisationId organisation, WorkerId worker, Collection<DossierId> dossiers)
            throws SQLException {
        Map<DossierId, Set<Long>> epochs = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select bucket_id, grant_epoch from bucket_grant
                where org_id = ? and worker_id = ? and bucket_id = any(?)""")) {
            select.setObject(1, organisation.value());
            select.setObject(2, worker.value());
            select.setArray(
                    3,
                    new SqlArray(connection)
                            .texts(
                                    dossiers,
                                    dossier -> BucketId.service(dossier).value()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long epoch = rows.getLong(2);
                    new BucketId(rows.getString(1))
                            .dossier()
                            .ifPresent(dossier -> epochs.computeIfAbsent(dossier, id -> new HashSet<>())
                                    .add(epoch));
                }
            }
        }
        return epochs;
    }
}
