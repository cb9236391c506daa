package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Lets workers in: the row, the record that every phone holds, their own bucket, key and grants. */
@Singleton
public class Workers {

    /** Somebody to let in. {@code passwordHash} is Argon2id with its parameters. */
    public record Admission(WorkerId id, String login, String passwordHash, Worker.Profile profile) {}

    private final Database database;
    private final Keyring keyring;
    private final ReferenceData reference;
    private final Epochs epochs;
    private final Registers registers;

    Workers(Database database, Keyring keyring, ReferenceData reference, Epochs epochs, Registers registers) {
        this.database = database;
        this.keyring = keyring;
        this.reference = reference;
        this.epochs = epochs;
        this.registers = registers;
    }

    /** Makes an organisation with a new random epoch. */
    public void createOrganisation(OrganisationId id, String name, String zone, Instant at) {
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into organisation (org_id, name, zone, epoch, created_at) values (?, ?, ?, ?, ?)")) {
                insert.setObject(1, id.value());
                insert.setString(2, name);
                insert.setString(3, zone);
                insert.setString(4, epochs.next());
                insert.setTimestamp(5, Timestamp.from(at));
                return insert.executeUpdate();
            }
        });
    }

    /** Lets workers in, in one transaction. */
    public void admit(Actor actor, List<Admission> admissions, Instant at) {
        Map<RecordId, Worker> records = new LinkedHashMap<>();
        admissions.forEach(worker -> records.put(new RecordId(worker.id().value()), new Worker(worker.profile())));
        database.write(connection -> {
            insert(connection, actor.organisation(), admissions);
            keyring.make(
                    connection,
                    actor.organisation(),
                    admissions.stream().map(worker -> worker.id().value()).toList());
            registers.settle(connection, actor.organisation(), at); // first: it locks the reference's head too
            reference.publish(actor, RecordKind.WORKER, records, at);
            List<Grants.Grant> grants = new ArrayList<>();
            for (Admission worker : admissions) {
                grants.add(new Grants.Grant(worker.id(), BucketId.REFERENCE));
                grants.add(new Grants.Grant(worker.id(), BucketId.worker(worker.id())));
            }
            new Heads(connection, actor.organisation())
                    .lock(grants.stream().map(Grants.Grant::bucket).toList());
            new Grants(connection, actor.organisation()).give(grants, at);
            return null;
        });
    }

    /**
     * Writes what a worker is from now on: the row, and the record that every phone holds.
     *
     * @param active whether they work here; who does not is out at once, wherever they are signed in
     */
    public void change(Actor actor, WorkerId worker, Worker.Profile profile, boolean active, Instant at) {
        database.write(connection -> {
            Sql.change(
                    connection,
                    """
                    update worker set name = ?, roles = ?, full_time_percent = ?, team_id = ?, active = ?
                    where org_id = ? and worker_id = ?""",
                    profile.name(),
                    codes(profile),
                    profile.fullTimePercent(),
                    profile.team(),
                    active,
                    actor.organisation(),
                    worker);
            registers.settle(connection, actor.organisation(), at);
            reference.publish(actor, RecordKind.WORKER, Map.of(new RecordId(worker.value()), new Worker(profile)), at);
            return null;
        });
    }

    /**
     * Follows places that changed: whoever works in a team works at its site, holds the registers of that site, and is
     * known there by every phone. In the caller's transaction, or in one of its own. Rule: R-SHARE.
     */
    public void followPlaces(Actor actor, Instant at) {
        database.write(connection -> {
            registers.settle(connection, actor.organisation(), at);
            reference.publish(actor, RecordKind.WORKER, ofSites(connection, actor.organisation()), at);
            return null;
        });
    }

    private static Map<RecordId, Worker> ofSites(Connection connection, OrganisationId organisation)
            throws SQLException {
        Map<RecordId, Worker> workers = new LinkedHashMap<>();
        Sql.all(
                connection,
                """
                select w.worker_id, w.name, w.roles, w.full_time_percent, w.team_id, s.name as site_name from worker w
                join team t on t.org_id = w.org_id and t.team_id = w.team_id
                join site s on s.org_id = t.org_id and s.site_id = t.site_id
                where w.org_id = ? order by w.worker_id""",
                row -> workers.put(
                        new RecordId(Sql.uuid(row, "worker_id")),
                        new Worker(new Worker.Profile(
                                row.getString("name"),
                                List.copyOf(RoleCodes.read(row.getString("roles"))),
                                row.getInt("full_time_percent"),
                                new TeamId(Sql.uuid(row, "team_id")),
                                row.getString("site_name")))),
                organisation);
        return workers;
    }

    private static String codes(Worker.Profile profile) {
        return profile.roles().stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static void insert(Connection connection, OrganisationId organisation, List<Admission> admissions)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into worker (org_id, worker_id, login, password_hash, name, roles, full_time_percent, team_id)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (Admission worker : admissions) {
                Worker.Profile profile = worker.profile();
                insert.setObject(1, organisation.value());
                insert.setObject(2, worker.id().value());
                insert.setString(3, worker.login());
                insert.setString(4, worker.passwordHash());
                insert.setString(5, profile.name());
                insert.setString(6, codes(profile));
                insert.setInt(7, profile.fullTimePercent());
                insert.setObject(8, team(profile));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static @Nullable UUID team(Worker.Profile profile) {
        TeamId team = profile.team();
        return team == null ? null : team.value();
    }
}
