package org.tournee.server.sync;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServiceFixture;
import org.tournee.server.store.Opening;
import org.tournee.server.store.Organisations;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;
import org.tournee.sync.Withdrawal;

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

    @Override
    RecordId assign(DossierId of, ReferentTerm.Term term) {
        RecordId id = new RecordId(UuidCreator.getTimeOrderedEpoch());
        service.answer(of, id, term, ServiceFixture.NOON);
        return id;
    }

    @Override
    void end(DossierId of, RecordId id, ReferentTerm.Term term) {
        ReferentTerm.Term ended = new ReferentTerm.Term(term.worker(), term.role(), term.from(), TODAY);
        service.answer(of, id, ended, ServiceFixture.NOON);
    }

    @Override
    void acknowledge(StreamId owing, List<Withdrawal> withdrawn) {
        service.acknowledge(owing, withdrawn, ServiceFixture.NOON);
    }

    @Override
    void purgeTombstones(Instant now) {
        service.purgeTombstones(now);
    }

    @Override
    void erase(DossierId dossier) {
        service.erase(dossier, ServiceFixture.NOON);
    }
}
