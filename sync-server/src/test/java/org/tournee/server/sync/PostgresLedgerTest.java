package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPostgres;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.erasure.EraseDossier;
import org.tournee.server.erasure.ErasureReason;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Assignments;
import org.tournee.server.store.OpenDossier;
import org.tournee.server.store.Opening;
import org.tournee.server.store.Streams;
import org.tournee.server.store.Successions;
import org.tournee.server.store.TemporaryFailure;
import org.tournee.server.store.TombstonePurge;
import org.tournee.server.store.Withdrawals;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;
import org.tournee.sync.Withdrawal;

/** The ledger in a real PostgreSQL. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresLedgerTest extends SyncLedgerContract implements TestPropertyProvider {

    @Inject
    ApplicationContext beans;

    @Inject
    EmbeddedServer server;

    private ServiceFixture service;

    @Override
    public Map<String, String> getProperties() {
        return TestPostgres.properties();
    }

    @Override
    SyncLedger ledger() {
        return beans.getBean(SyncLedger.class);
    }

    @Override
    OrganisationId newOrganisation() {
        service = new ServiceFixture(beans, server.getURL().toString());
        return service.organisation();
    }

    @Override
    WorkerId admit() {
        return service.worker(Role.SOCIAL_WORKER);
    }

    @Override
    StreamId enrol(WorkerId worker) {
        return service.bean(Streams.class)
                .enrol(service.organisation(), worker, "téléphone", new byte[] {1}, ServiceFixture.NOON);
    }

    @Override
    StreamId succeed(StreamId predecessor) {
        Streams streams = service.bean(Streams.class);
        WorkerId worker =
                streams.find(service.organisation(), predecessor).orElseThrow().worker();
        StreamId successor = new StreamId(UUID.randomUUID());
        service.bean(Successions.class)
                .succeed(
                        new Actor(service.organisation(), worker, predecessor),
                        successor,
                        new byte[32],
                        ServiceFixture.NOON);
        return successor;
    }

    @Override
    void open(Opening opening) {
        service.bean(OpenDossier.class).open(service.service(), opening);
    }

    @Override
    RecordId assign(DossierId of, ReferentTerm.Term term) {
        return service.bean(Assignments.class).assign(service.service(), of, term, ServiceFixture.NOON);
    }

    @Override
    void end(DossierId of, RecordId id, ReferentTerm.Term term) {
        service.bean(Assignments.class).end(service.service(), of, id, TODAY, ServiceFixture.NOON);
    }

    @Override
    void acknowledge(StreamId owing, List<Withdrawal> withdrawn) {
        WorkerId worker = service.bean(Streams.class)
                .find(service.organisation(), owing)
                .orElseThrow()
                .worker();
        service.bean(Withdrawals.class)
                .acknowledge(new Actor(service.organisation(), worker, owing), owing, withdrawn, ServiceFixture.NOON);
    }

    @Override
    void purgeTombstones(Instant now) {
        service.bean(TombstonePurge.class).purge(now, 1_000);
    }

    /** The archive may hold what a phone says that nobody has any more. */
    @Test
    void nothingIsTakenForLostWhileTheDatabaseWasSetBackAndTheArchiveIsNotReplayed() {
        Database database = service.bean(Database.class);

        assertThatThrownBy(() -> database.write(connection -> {
                    Sql.change(connection, "update archive_mark set timeline = 'another'");
                    return requireReplayed();
                }))
                .matches(TemporaryFailure::is)
                .matches(failure -> !TemporaryFailure.isContention(failure), "waits for more than a moment");
        assertThat(requireReplayed()).isTrue();
    }

    private boolean requireReplayed() {
        return ledger().write(service.organisation(), transaction -> {
            transaction.requireReplayed();
            return true;
        });
    }

    @Override
    void erase(DossierId dossier) {
        WorkerId head = service.worker(Role.TEAM_HEAD);
        service.head(head);
        EraseDossier.Result result = service.bean(EraseDossier.class)
                .erase(
                        new Actor(service.organisation(), head, null),
                        head,
                        dossier,
                        ErasureReason.RETENTION_OVER,
                        ServiceFixture.NOON);
        assertThat(result).isEqualTo(EraseDossier.Result.ERASED);
    }
}
