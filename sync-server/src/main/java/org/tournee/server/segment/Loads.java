package org.tournee.server.segment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.Territory.Arrangement;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.LoadGuide;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.RoleCodes;
import org.tournee.workload.Offer;
import org.tournee.workload.Workload;

/**
 * What the workers of a head's teams carry, weighed by the rule of the shared model over facts: no dossier is opened for
 * it. Rules: R-ORG, R-SEG-8. Source: 002 §4.2.
 */
@Singleton
public class Loads {

    private static final int FULL_TIME_PERCENT = 100;

    /** The team of a worker, and those that they head. */
    private static final String AROUND = "? in (t.head_id, (select m.worker_id from worker m where m.org_id = t.org_id"
            + " and m.team_id = t.team_id and m.worker_id = ?))";

    private final Database database;
    private final Profiles profiles;
    private final Clock clock;

    Loads(Database database, Profiles profiles, Clock clock) {
        this.database = database;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * What one worker carries.
     *
     * @param guide how many dossiers the post is expected to carry
     */
    public record Load(String name, Set<Role> roles, Workload weighed, LoadGuide guide) {

        /** Whether new dossiers may be offered to them. */
        public boolean takesDossiers() {
            return roles.contains(Role.SOCIAL_WORKER);
        }
    }

    /** Those of the teams of that head who answer for dossiers, by name. */
    public List<Load> ofTeamsOf(OrganisationId organisation, WorkerId head) {
        return of(organisation, "t.head_id = ?", head);
    }

    /** The same of the team of that worker, whatever they are in it, and of those that they head. */
    public List<Load> around(OrganisationId organisation, WorkerId worker) {
        return of(organisation, AROUND, worker, worker);
    }

    /** Whether a worker is among those {@link #around} another, without weighing what anybody carries. */
    public boolean isAround(OrganisationId organisation, WorkerId worker, WorkerId other) {
        return database.read(connection -> members(connection, organisation, AROUND, worker, worker)).stream()
                .anyMatch(member -> member.id().equals(other));
    }

    /**
     * Those to whom a worker may give a dossier that they open in that commune: their own team; for whoever works for the
     * whole service, the teams of the site that serves the commune, or every team where no site is said to *(choice)*. Rule: R-ORG.
     */
    public List<Load> forOpening(OrganisationId organisation, WorkerId opener, String commune) {
        List<Load> own = around(organisation, opener);
        return own.isEmpty() ? serving(organisation, commune) : own;
    }

    private List<Load> serving(OrganisationId organisation, String commune) {
        String sitesOrOwn = "coalesce((select array_agg(s.site_id) from territory s where s.org_id = t.org_id"
                + " and ? = any(string_to_array(s.commune_codes, ' '))), array[t.site_id])";
        return of(organisation, "t.site_id = any(" + sitesOrOwn + ")", commune);
    }

    private List<Load> of(OrganisationId organisation, String teams, Object... parameters) {
        OrganisationProfile profile = profiles.of(organisation);
        LocalDate today = LocalDate.ofInstant(clock.instant(), profile.zone());
        return database.read(connection -> {
            List<Member> members = members(connection, organisation, teams, parameters);
            Map<WorkerId, List<DossierContents>> answered = new HashMap<>();
            List<WorkerId> ids = members.stream().map(Member::id).toList();
            for (DossierFacts facts : new FactTables(connection, organisation).weighed(ids, today)) {
                DossierContents contents = facts.contents();
                contents.answerableOn(today, ReferentRole.REFERENT)
                        .ifPresent(referent -> answered.computeIfAbsent(referent, worker -> new ArrayList<>())
                                .add(contents));
            }
            return members.stream()
                    .map(member -> member.load(answered.getOrDefault(member.id(), List.of()), today, profile))
                    .toList();
        });
    }

    /**
     * To whom a dossier is offered, of those who may take one: whom the person wishes for first. Where its commune has a
     * referent of its own who is among them, it is theirs.
     *
     * @param wished null where the person wishes for nobody by name. Rule: R-REF
     */
    public Optional<Offer> offer(
            OrganisationId organisation, DossierId dossier, List<Load> team, @Nullable WorkerId wished) {
        String commune = database.read(connection -> Sql.first(
                        connection,
                        "select commune_code from dossier_fact where org_id = ? and dossier_id = ?",
                        row -> row.getString(1),
                        organisation,
                        dossier))
                .orElse("");
        return offer(organisation, wished, commune, team);
    }

    /** The same for a dossier of that commune, which need not be open yet. */
    public Optional<Offer> offer(OrganisationId organisation, String commune, List<Load> team) {
        return offer(organisation, null, commune, team);
    }

    private Optional<Offer> offer(
            OrganisationId organisation, @Nullable WorkerId wished, String commune, List<Load> team) {
        List<Workload> takers =
                team.stream().filter(Load::takesDossiers).map(Load::weighed).toList();
        Served served = database.read(connection -> served(connection, organisation, commune));
        WorkerId own = served.own();
        boolean isOfTeam =
                own != null && takers.stream().anyMatch(load -> load.worker().equals(own));
        return Offer.of(wished, served.arrangement(), isOfTeam ? own : null, takers);
    }

    /** How a commune is served; by a team where nobody said. */
    private static Served served(Connection connection, OrganisationId organisation, String commune)
            throws SQLException {
        return Sql.first(connection, """
                        select coalesce(t.arrangement, 'DESECTORISED') as arrangement, r.worker_id
                        from (select ?::uuid as org_id, ?::text as code) c
                        left join territory t on t.org_id = c.org_id
                          and c.code = any(string_to_array(t.commune_codes, ' '))
                        left join commune_referent r on r.org_id = c.org_id and r.commune_code = c.code
                        """, Served::of, organisation, commune)
                .orElse(new Served(Arrangement.DESECTORISED, null));
    }

    private static List<Member> members(
            Connection connection, OrganisationId organisation, String teams, Object... parameters)
            throws SQLException {
        Object[] all =
                Stream.concat(Stream.of(organisation), Stream.of(parameters)).toArray();
        return Sql.all(connection, """
                select w.worker_id, w.name, w.roles, w.full_time_percent from worker w
                join team t on t.org_id = w.org_id and t.team_id = w.team_id
                where w.org_id = ? and w.active
                  and string_to_array(w.roles, ' ') && array['SOCIAL_WORKER', 'INTAKE_WORKER']
                  and\s""" + teams + " order by w.name, w.worker_id", Member::of, all);
    }

    private record Served(Arrangement arrangement, @Nullable WorkerId own) {

        static Served of(ResultSet row) throws SQLException {
            return new Served(
                    Arrangement.valueOf(row.getString("arrangement")),
                    Optional.ofNullable(Sql.uuidOrNull(row, "worker_id"))
                            .map(WorkerId::new)
                            .orElse(null));
        }
    }

    private record Member(WorkerId id, String name, Set<Role> roles, int fullTimePercent) {

        static Member of(ResultSet row) throws SQLException {
            return new Member(
                    new WorkerId(Sql.uuid(row, "worker_id")),
                    row.getString("name"),
                    EnumSet.copyOf(RoleCodes.read(row.getString("roles"))),
                    row.getInt("full_time_percent"));
        }

        Load load(List<DossierContents> answered, LocalDate today, OrganisationProfile profile) {
            return new Load(
                    name, roles, Workload.of(id, fullTimePercent, answered, today, profile), guide(today, profile));
        }

        /** Whoever is both is each for half of their time *(choice)*: nothing says how a mixed post is split. */
        private LoadGuide guide(LocalDate today, OrganisationProfile profile) {
            boolean intake = roles.contains(Role.INTAKE_WORKER);
            int shareOfIntake = !intake ? 0 : roles.contains(Role.SOCIAL_WORKER) ? 50 : FULL_TIME_PERCENT;
            int specialised = fullTimePercent * shareOfIntake / FULL_TIME_PERCENT;
            return LoadGuide.of(
                    fullTimePercent - specialised,
                    specialised,
                    profile.on(today).load());
        }
    }
}
