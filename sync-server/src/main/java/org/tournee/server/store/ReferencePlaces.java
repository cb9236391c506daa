package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.SiteId;
import org.tournee.organisation.TeamId;
import org.tournee.reception.Desk;
import org.tournee.reception.NamedTeam;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/**
 * Carries teams, permanences and sites' desks to every phone, in clear in the reference bucket like workers and partners.
 * Rule: R-PER.
 */
@Singleton
public class ReferencePlaces {

    private static final String DESKS = """
            select p.permanence_id as desk_id, p.site_id, s.name as site_name, coalesce(c.name, s.name) as commune_name,
                   p.day, p.opens, p.every_weeks
            from permanence p join site s on s.org_id = p.org_id and s.site_id = p.site_id
            left join commune c on c.org_id = p.org_id and c.code = p.commune_code
            where p.org_id = ?
            union all
            select s.site_id, s.site_id, s.name, coalesce(c.name, s.name), null, null, 1
            from site s left join commune c on c.org_id = s.org_id and c.code = s.commune_code
            where s.org_id = ?""";

    private final Database database;
    private final RecordWriter writer;

    ReferencePlaces(Database database, RecordWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    /** Writes what phones do not have yet, in the caller's transaction or in one of its own. */
    public void publish(Actor actor, Instant at) {
        database.write(connection -> {
            writer.lock(connection, actor, List.of(BucketId.REFERENCE));
            List<Draft> drafts = new ArrayList<>(teams(connection, actor.organisation()));
            Map<RecordId, Desk> desks = desks(connection, actor.organisation());
            desks.forEach((id, desk) -> drafts.add(draft(id, desk)));
            published(connection, actor.organisation()).forEach((id, desk) -> {
                if (!desks.containsKey(id)) {
                    drafts.add(draft(id, desk.closed()));
                }
            });
            writer.write(connection, actor, drafts, List.of(), List.of(), at);
            return null;
        });
    }

    /** Where people are received, by id, as phones know it; places that are closed since included. */
    public Map<RecordId, Desk> published(OrganisationId organisation) {
        return database.read(connection -> published(connection, organisation));
    }

    /** What a team is called; empty where there is none such. */
    public Optional<String> teamName(OrganisationId organisation, TeamId team) {
        return database.read(connection -> Sql.first(
                connection,
                "select name from team where org_id = ? and team_id = ?",
                row -> row.getString(1),
                organisation,
                team));
    }

    private static Draft draft(RecordId id, Desk desk) {
        return new Draft(id, RecordKind.DESK, null, BucketId.REFERENCE, Groups.of(desk));
    }

    private static List<Draft> teams(Connection connection, OrganisationId organisation) throws SQLException {
        return Sql.all(
                connection,
                "select team_id, site_id, name from team where org_id = ? order by team_id",
                row -> new Draft(
                        new RecordId(Sql.uuid(row, "team_id")),
                        RecordKind.TEAM,
                        null,
                        BucketId.REFERENCE,
                        Groups.of(new NamedTeam(
                                new NamedTeam.Identity(row.getString("name"), new SiteId(Sql.uuid(row, "site_id")))))),
                organisation);
    }

    private static Map<RecordId, Desk> desks(Connection connection, OrganisationId organisation) throws SQLException {
        Map<RecordId, Desk> desks = new LinkedHashMap<>();
        Sql.all(
                connection,
                DESKS,
                row -> desks.put(new RecordId(Sql.uuid(row, "desk_id")), desk(row)),
                organisation,
                organisation);
        return desks;
    }

    private static Desk desk(ResultSet row) throws SQLException {
        int day = row.getInt("day");
        return new Desk(new Desk.Place(
                new SiteId(Sql.uuid(row, "site_id")),
                row.getString("site_name"),
                row.getString("commune_name"),
                day == 0 ? null : DayOfWeek.of(day),
                row.getObject("opens", LocalTime.class),
                row.getInt("every_weeks"),
                true));
    }

    private static Map<RecordId, Desk> published(Connection connection, OrganisationId organisation)
            throws SQLException {
        Map<RecordId, Desk> desks = new LinkedHashMap<>();
        Sql.all(
                connection,
                """
                select record_id, sealed from record
                where org_id = ? and bucket_id = 'ref' and kind = 'desk' and not deleted""",
                row -> desks.put(
                        new RecordId(Sql.uuid(row, "record_id")), Wire.read(Desk.class, row.getBytes("sealed"))),
                organisation);
        return desks;
    }
}
