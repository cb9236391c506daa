package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPostgres;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.RecordWriter;
import org.tournee.server.store.Registers;
import org.tournee.server.store.TermSweep;
import org.tournee.server.store.Workers;
import org.tournee.sync.BucketId;

/** The day's upkeep happens, whatever fails, and locks in the order of everybody. Rules: R-PER, R-SHARE, R-REC. */
class RegistersUpkeepTest extends SyncTest {

    private static TeamId site(ServiceFixture service) {
        UUID site = UUID.randomUUID();
        TeamId team = new TeamId(UUID.randomUUID());
        service.bean(Database.class).write(connection -> {
            Sql.change(
                    connection,
                    "insert into site (org_id, site_id, name, commune_code) values (?, ?, 'Loudun', '86137')",
                    service.organisation(),
                    site);
            return Sql.change(
                    connection,
                    "insert into team (org_id, team_id, site_id, name) values (?, ?, ?, 'Nord')",
                    service.organisation(),
                    team,
                    site);
        });
        return team;
    }

    @Test
    void whatFailsTodayIsDoneByTheNextSweepAndStopsNobodyElse() throws SQLException {
        ServiceFixture other =
                new ServiceFixture(beans, server.getURL().toString()); // made later: swept after the first
        service.bean(Database.class)
                .write(connection -> Sql.change(
                        connection,
                        "update organisation set created_at = created_at - interval '1 day' where org_id = ?",
                        service.organisation()));
        site(service);
        site(other);
        TermSweep sweep = service.bean(TermSweep.class);

        refuseRegisters();
        try {
            sweep.sweep(ServiceFixture.NOON);
            assertThat(registers(service)).isZero();
            assertThat(registers(other)).isEqualTo(2);
        } finally {
            run("drop trigger refused on reception_register");
        }
        sweep.sweep(ServiceFixture.NOON);
        assertThat(registers(service)).isEqualTo(2);
    }

    private void refuseRegisters() throws SQLException {
        run("""
                create or replace function refuse() returns trigger language plpgsql as $$
                begin raise exception 'injected'; end $$""");
        run("create trigger refused before insert on reception_register for each row when (new.org_id = '"
                + service.organisation() + "') execute function refuse()");
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int registers(ServiceFixture service) {
        return service.bean(Database.class)
                .read(connection -> Sql.first(
                        connection,
                        "select count(*) from reception_register where org_id = ?",
                        row -> row.getInt(1),
                        service.organisation()))
                .orElseThrow();
    }

    /** Whoever holds a dossier's head may still want the reference's: nobody waits for the two in the other order. */
    @Test
    void somebodyWhoIsAdmittedWaitsForRegistersBeforeTheyHoldTheReference() throws Exception {
        TeamId team = site(service);
        service.bean(Registers.class).keepUp(service.organisation(), ServiceFixture.NOON);
        Workers.Admission admission = admission(team);

        CompletableFuture<Void> admitted = service.bean(Database.class).write(connection -> {
            service.bean(RecordWriter.class).lock(connection, service.service(), registerBuckets(connection));
            CompletableFuture<Void> admitting = CompletableFuture.runAsync(() ->
                    service.bean(Workers.class).admit(service.service(), List.of(admission), ServiceFixture.NOON));
            assertThat(TestPostgres.somebodyWaits("order by bucket_id for no key update"))
                    .isTrue();
            assertThatCode(() -> Sql.all(
                            connection,
                            "select 1 from bucket where org_id = ? and bucket_id = ? for no key update nowait",
                            row -> true,
                            service.organisation(),
                            BucketId.REFERENCE.value()))
                    .doesNotThrowAnyException();
            return admitting;
        });
        admitted.get(30, TimeUnit.SECONDS);

        assertThat(count(
                        "select count(*) from bucket_grant where org_id = ? and worker_id = ? and bucket_id like 'd/%'",
                        admission.id().value()))
                .isEqualTo(2);
    }

    /** The chain of the audit comes last: whoever has the reference may still want it. */
    @Test
    void somebodyWhoIsAdmittedWaitsForTheReferenceBeforeTheyHoldTheAudit() throws Exception {
        TeamId team = site(service);
        service.bean(Registers.class).keepUp(service.organisation(), ServiceFixture.NOON);
        service.bean(Workers.class).admit(service.service(), List.of(admission(team)), ServiceFixture.NOON);

        CompletableFuture<Void> admitted = service.bean(Database.class).write(connection -> {
            service.bean(RecordWriter.class).lock(connection, service.service(), List.of(BucketId.REFERENCE));
            CompletableFuture<Void> admitting = CompletableFuture.runAsync(() -> service.bean(Workers.class)
                    .admit(service.service(), List.of(admission(team)), ServiceFixture.NOON));
            assertThat(TestPostgres.somebodyWaits("order by bucket_id for no key update"))
                    .isTrue();
            assertThat(Sql.all(
                            connection,
                            "select 1 from audit_chain where org_id = ? and chain = ? for no key update nowait",
                            row -> true,
                            service.organisation(),
                            AuditTrail.ORGANISATION))
                    .hasSize(1);
            return admitting;
        });
        admitted.get(30, TimeUnit.SECONDS);
    }

    private static Workers.Admission admission(TeamId team) {
        WorkerId worker = new WorkerId(UUID.randomUUID());
        return new Workers.Admission(
                worker,
                "login-" + worker,
                "x",
                new Worker.Profile("Nora Selmi", List.of(Role.SOCIAL_WORKER), 100, team, "Loudun"));
    }

    private List<BucketId> registerBuckets(Connection connection) throws SQLException {
        return Sql.all(
                connection,
                "select register_id from reception_register where org_id = ?",
                row -> new BucketId("d/" + Sql.uuid(row, "register_id") + "/s"),
                service.organisation());
    }
}
