package org.tournee.server.organisation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Permanence;
import org.tournee.organisation.PermanenceId;
import org.tournee.organisation.SiteId;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Territory;
import org.tournee.organisation.TerritoryId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Actor;
import org.tournee.server.store.ReferencePlaces;
import org.tournee.server.store.Registers;
import org.tournee.server.store.Workers;
import org.tournee.sync.RecordId;

/** Teams under their heads, and the permanences: written by the technical administration, audited. Rules: R-BO, R-PER. */
@Singleton
class Places {

    /** A team; {@code head} is null while it has none. */
    record TeamRow(
            TeamId id, SiteId site, String name, @Nullable WorkerId head) {}

    private final Database database;
    private final AuditTrail audit;
    private final ReferencePlaces reference;
    private final Registers registers;
    private final Workers workers;

    Places(Database database, AuditTrail audit, ReferencePlaces reference, Registers registers, Workers workers) {
        this.database = database;
        this.audit = audit;
        this.reference = reference;
        this.registers = registers;
        this.workers = workers;
    }

    /** A place where the organisation works. */
    record SiteRow(SiteId id, String name, String communeCode) {}

    /** By name. */
    List<SiteRow> sites(OrganisationId organisation) {
        return database.read(connection -> Sql.all(
                connection,
                "select site_id, name, commune_code from site where org_id = ? order by name, site_id",
                row -> new SiteRow(
                        new SiteId(Sql.uuid(row, "site_id")), row.getString("name"), row.getString("commune_code")),
                organisation));
    }

    /** By name. */
    List<Territory> territories(OrganisationId organisation) {
        return database.read(connection -> Sql.all(
                connection,
                """
                select territory_id, site_id, name, arrangement, commune_codes from territory
                where org_id = ? order by name, territory_id""",
                row -> new Territory(
                        new TerritoryId(Sql.uuid(row, "territory_id")),
                        new SiteId(Sql.uuid(row, "site_id")),
                        row.getString("name"),
                        Territory.Arrangement.valueOf(row.getString("arrangement")),
                        List.of(row.getString("commune_codes").split(" ", -1))),
                organisation));
    }

    /** A new site, or what it is from now on. */
    void write(Actor actor, WorkerId by, SiteRow site, Instant at) {
        database.write(connection -> {
            Sql.change(connection, """
                    insert into site (org_id, site_id, name, commune_code) values (?, ?, ?, ?)
                    on conflict (org_id, site_id) do update set
                        name = excluded.name, commune_code = excluded.commune_code""", actor.organisation(), site.id(), site.name(), site.communeCode());
            registers.open(actor.organisation(), at); // its desk may be opened today
            workers.followPlaces(actor, at);
            reference.publish(actor, at);
            tell(connection, actor, by, site.id().value(), "site", at);
            return null;
        });
    }

    /** By name. */
    List<TeamRow> teams(OrganisationId organisation) {
        return database.read(connection -> Sql.all(
                connection,
                "select team_id, site_id, name, head_id from team where org_id = ? order by name, team_id",
                row -> {
                    UUID head = Sql.uuidOrNull(row, "head_id");
                    return new TeamRow(
                            new TeamId(Sql.uuid(row, "team_id")),
                            new SiteId(Sql.uuid(row, "site_id")),
                            row.getString("name"),
                            head == null ? null : new WorkerId(head));
                },
                organisation));
    }

    /** By commune, then by day. */
    List<Permanence> permanences(OrganisationId organisation) {
        return database.read(connection -> Sql.all(
                connection,
                """
                select permanence_id, site_id, commune_code, day, opens, every_weeks from permanence
                where org_id = ? order by commune_code, day, opens, permanence_id""",
                row -> new Permanence(
                        new PermanenceId(Sql.uuid(row, "permanence_id")),
                        new SiteId(Sql.uuid(row, "site_id")),
                        row.getString("commune_code"),
                        DayOfWeek.of(row.getInt("day")),
                        row.getObject("opens", LocalTime.class),
                        row.getInt("every_weeks")),
                organisation));
    }

    /** A new team, or what it is from now on. */
    void write(Actor actor, WorkerId by, TeamRow team, Instant at) {
        database.write(connection -> {
            Sql.change(connection, """
                    insert into team (org_id, team_id, site_id, name, head_id) values (?, ?, ?, ?, ?)
                    on conflict (org_id, team_id) do update set
                        site_id = excluded.site_id, name = excluded.name, head_id = excluded.head_id""", actor.organisation(), team.id(), team.site(), team.name(), team.head());
            workers.followPlaces(actor, at);
            reference.publish(actor, at);
            tell(connection, actor, by, team.id().value(), "team head " + team.head(), at);
            return null;
        });
    }

    /** A new permanence, or what it is from now on. */
    void write(Actor actor, WorkerId by, Permanence permanence, Instant at) {
        database.write(connection -> {
            Sql.change(
                    connection,
                    """
                    insert into permanence (org_id, permanence_id, site_id, commune_code, day, opens, every_weeks)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (org_id, permanence_id) do update set
                        site_id = excluded.site_id, commune_code = excluded.commune_code, day = excluded.day,
                        opens = excluded.opens, every_weeks = excluded.every_weeks""",
                    actor.organisation(),
                    permanence.id(),
                    permanence.site(),
                    permanence.communeCode(),
                    permanence.day().getValue(),
                    permanence.opens(),
                    permanence.everyWeeks());
            reference.publish(actor, at);
            tell(connection, actor, by, permanence.id().value(), "permanence", at);
            return null;
        });
    }

    /** Nobody is received there any more. Done again, it changes nothing. */
    void end(Actor actor, WorkerId by, PermanenceId permanence, Instant at) {
        database.write(connection -> {
            int ended = Sql.change(
                    connection,
                    "delete from permanence where org_id = ? and permanence_id = ?",
                    actor.organisation(),
                    permanence);
            if (ended > 0) {
                reference.publish(actor, at);
                tell(connection, actor, by, permanence.value(), "permanence ended", at);
            }
            return null;
        });
    }

    private void tell(Connection connection, Actor actor, WorkerId by, UUID what, String detail, Instant at)
            throws SQLException {
        audit.append(
                connection,
                actor.organisation(),
                List.of(new AuditEntry(
                        at, by, actor.stream(), AuditEntry.Act.CHANGE_PLACES, null, new RecordId(what), detail)));
    }
}
