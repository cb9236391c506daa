package org.tournee.server.segment;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.LoadFigures;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.SpanOfControl;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/**
 * How the norms are kept: computed anew from the facts each time, so that nobody can edit it; by name, so that nobody
 * is ranked. Rule: R-SEG-10.
 *
 * @param asKnownOn the day of the organisation; late records change past figures
 * @param lines by name
 * @param total of all lines
 * @param heads how many report to each head, by name. Rule: R-SEG-8
 */
public record ComplianceReport(
        LocalDate asKnownOn, List<ReferentLine> lines, ReferentLine total, List<HeadLine> heads) {

    public ComplianceReport {
        lines = List.copyOf(lines);
        heads = List.copyOf(heads);
    }

    /** How many persons report directly to a head: a guide value, no fault. Rule: R-SEG-8. Source: 000 §2.4.6. */
    public record HeadLine(String name, SpanOfControl span) {}

    /** Makes reports. */
    @Singleton
    public static class Maker {

        private static final String REFERENTS = """
                select w.worker_id, w.name, t.team_id, t.name as team_name
                from worker w join team t on t.org_id = w.org_id and t.team_id = w.team_id
                where w.org_id = ? and w.active
                """;

        private final Database database;
        private final PaceSurvey survey;
        private final Profiles profiles;

        Maker(Database database, PaceSurvey survey, Profiles profiles) {
            this.database = database;
            this.survey = survey;
            this.profiles = profiles;
        }

        /** One line a referent, of the teams of that head. */
        public ComplianceReport ofTeamsOf(OrganisationId organisation, WorkerId head) {
            List<Referent> referents = database.read(connection ->
                    Sql.all(connection, REFERENTS + " and t.head_id = ?", Maker::referent, organisation, head));
            return report(organisation, referents, false, heads(organisation, " and h.worker_id = ?", head));
        }

        /** One line a team, of the whole organisation: aggregates only. */
        public ComplianceReport ofTeams(OrganisationId organisation) {
            List<Referent> referents =
                    database.read(connection -> Sql.all(connection, REFERENTS, Maker::referent, organisation));
            return report(organisation, referents, true, heads(organisation, ""));
        }

        /** Whoever heads a team today, with those of their teams who work here, but for themselves. */
        private List<HeadLine> heads(OrganisationId organisation, String which, Object... parameters) {
            LoadFigures figures =
                    profiles.of(organisation).on(survey.today(organisation)).load();
            return database.read(connection -> Sql.all(
                    connection,
                    """
                    select h.name, (select count(*) from team t
                        join worker w on w.org_id = t.org_id and w.team_id = t.team_id
                        where t.org_id = h.org_id and t.head_id = h.worker_id and w.active
                          and w.worker_id <> h.worker_id) as subordinates
                    from worker h where h.org_id = ? and h.active
                      and exists (select 1 from team t where t.org_id = h.org_id and t.head_id = h.worker_id)""" + which + " order by h.name, h.worker_id",
                    row -> new HeadLine(row.getString("name"), SpanOfControl.of(row.getInt("subordinates"), figures)),
                    Stream.concat(Stream.of(organisation), Stream.of(parameters))
                            .toArray()));
        }

        private ComplianceReport report(
                OrganisationId organisation, List<Referent> referents, boolean byTeam, List<HeadLine> heads) {
            OrganisationProfile profile = profiles.of(organisation);
            LocalDate today = survey.today(organisation);
            List<PacedDossier> dossiers = survey.ofReferents(
                    organisation, referents.stream().map(Referent::id).toList());
            Map<WorkerId, List<PacedDossier>> byReferent = new LinkedHashMap<>();
            dossiers.forEach(dossier -> byReferent
                    .computeIfAbsent(dossier.referent(), worker -> new ArrayList<>())
                    .add(dossier));
            Map<UUID, Group> groups = new LinkedHashMap<>();
            for (Referent referent : referents) {
                List<PacedDossier> theirs = byReferent.getOrDefault(referent.id(), List.of());
                if (byTeam || !theirs.isEmpty()) {
                    groups.computeIfAbsent(
                                    byTeam ? referent.team() : referent.id().value(),
                                    id -> new Group(byTeam ? referent.teamName() : referent.name(), new ArrayList<>()))
                            .dossiers()
                            .addAll(theirs);
                }
            }
            List<ReferentLine> lines = new ArrayList<>();
            groups.forEach((id, group) ->
                    lines.add(ReferentLine.of(id.toString(), group.name(), group.dossiers(), today, profile)));
            Collator french = Collator.getInstance(Locale.FRENCH);
            lines.sort(Comparator.comparing(ReferentLine::name, french::compare));
            return new ComplianceReport(today, lines, ReferentLine.of("", "", dossiers, today, profile), heads);
        }

        private static Referent referent(java.sql.ResultSet row) throws SQLException {
            return new Referent(
                    new WorkerId(Sql.uuid(row, "worker_id")),
                    row.getString("name"),
                    Sql.uuid(row, "team_id"),
                    row.getString("team_name"));
        }

        private record Referent(WorkerId id, String name, UUID team, String teamName) {}

        private record Group(String name, List<PacedDossier> dossiers) {}
    }
}
