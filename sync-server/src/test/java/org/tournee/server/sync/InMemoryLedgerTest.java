package org.tournee.server.sync;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServiceFixture;
import org.tournee.server.store.Opening;
import org.tournee.server.store.Organisations;
import org.tournee.sync.StreamId;

/** The ledger in memory, among threads. */
class InMemoryLedgerTest extends SyncLedgerContract {

    private InMemoryLedger ledger;
    private InMemoryService service;

    @Override
    SyncLedger ledger() {
        return ledger;
    }

    @Override
    OrganisationId newOrganisation() {
        OrganisationId id = new OrganisationId(UUID.randomUUID());
        ledger = InMemoryLedger.ofThreads();
        ledger.createOrganisation(id, new Organisations.Row("Vienne", ZoneId.of("Europe/Paris"), "epoch"));
        service = new InMemoryService(ledger, id, UuidCreator::getTimeOrderedEpoch);
        return id;
    }

    @Override
    WorkerId admit() {
        WorkerId worker = new WorkerId(UUID.randomUUID());
        service.admit(worker, Set.of(Role.SOCIAL_WORKER), null, ServiceFixture.NOON);
        return worker;
    }

    @Override
    StreamId enrol(WorkerId worker) {
        StreamId stream = new StreamId(UUID.randomUUID());
        service.enrol(stream, worker);
        return stream;
    }

    @Override
    StreamId succeed(StreamId predecessor) {
        StreamId successor = new StreamId(UUID.randomUUID());
        service.succeed(predecessor, successor);
        return successor;
    }

    @Override
    void open(Opening opening) {
        service.open(opening);
    }
}
