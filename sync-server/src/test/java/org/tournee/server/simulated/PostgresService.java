package org.tournee.server.simulated;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Assignments;
import org.tournee.server.store.OpenDossier;
import org.tournee.server.store.Opening;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.Streams;
import org.tournee.server.store.Successions;
import org.tournee.server.store.TemporaryFailure;
import org.tournee.server.store.TombstonePurge;
import org.tournee.server.store.Withdrawals;
import org.tournee.server.store.Workers;
import org.tournee.server.sync.ServiceCommands;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.StreamId;
import org.tournee.sync.Withdrawal;

/** The service's own commands, as the back office gives them. */
final class PostgresService implements ServiceCommands {

    private static final Instant ENROLLED_AT = Instant.parse("2026-03-09T08:00:00Z");

    /** More than a life has. */
    private static final int MOST_BUCKETS = 1_000;

    private final ApplicationContext beans;
    private final Transactions transactions;
    private final OrganisationId organisation;

    PostgresService(ApplicationContext beans, Transactions transactions, OrganisationId organisation) {
        this.beans = beans;
        this.transactions = transactions;
        this.organisation = organisation;
    }

    void createOrganisation() {
        decide(() ->
                beans.getBean(Workers.class).createOrganisation(organisation, "Vienne", "Europe/Paris", ENROLLED_AT));
    }

    @Override
    public void archived(StreamId stream, long opSeq) {
        // There is no archive: what is held counts as durable.
    }

    @Override
    public void declareRestored(String epoch) {
        throw new UnsupportedOperationException("It knows no way back");
    }

    @Override
    public void admit(WorkerId worker, Set<Role> roles, @Nullable UUID team, Instant at) {
        Worker.Profile profile = new Worker.Profile(
                "Camille Moreau", List.copyOf(roles), 100, team == null ? null : new TeamId(team), "Poitiers");
        Workers.Admission admission =
                new Workers.Admission(worker, organisation.value() + " " + worker.value(), "x", profile);
        decide(() -> beans.getBean(Workers.class).admit(Actor.service(organisation), List.of(admission), at));
    }

    @Override
    public void enrol(StreamId stream, WorkerId worker) {
        // The service makes the ids of streams itself; here the seed does.
        decide(() -> beans.getBean(Database.class)
                .write(connection -> Sql.change(
                        connection, """
                        insert into stream (org_id, stream_id, worker_id, device_name, public_key, state, enrolled_at,
                                            seen_at)
                        values (?, ?, ?, 'phone', ?, 'ACTIVE', ?, ?)""", organisation, stream, worker, new byte[32], ENROLLED_AT, ENROLLED_AT)));
    }

    @Override
    public void succeed(StreamId predecessor, StreamId successor) {
        WorkerId worker = owner(predecessor);
        Successions.Succession result = transactions.run(() -> beans.getBean(Successions.class)
                .succeed(new Actor(organisation, worker, predecessor), successor, new byte[32], ENROLLED_AT));
        if (result != Successions.Succession.DONE) {
            throw new IllegalStateException(predecessor + " has no successor: " + result);
        }
    }

    @Override
    public void open(Opening opening) {
        decide(() -> beans.getBean(OpenDossier.class).open(Actor.service(organisation), opening));
    }

    /** The terms of that worker in that role either all run or have all ended afterwards. */
    @Override
    public void answer(DossierId dossier, RecordId id, ReferentTerm.Term term, Instant at) {
        Assignments assignments = beans.getBean(Assignments.class);
        Actor actor = Actor.service(organisation);
        decide(() -> {
            List<RecordId> running = running(dossier, term);
            if (term.until() != null) {
                running.forEach(one -> assignments.end(actor, dossier, one, term.until(), at));
            } else if (running.isEmpty()) {
                assignments.assign(actor, dossier, term, at);
            }
        });
    }

    @Override
    public void acknowledge(StreamId stream, List<Withdrawal> withdrawn, Instant at) {
        WorkerId worker = owner(stream);
        transactions.run(() -> {
            beans.getBean(Withdrawals.class)
                    .acknowledge(new Actor(organisation, worker, stream), stream, withdrawn, at);
            return null;
        });
    }

    @Override
    public void purgeTombstones(Instant now) {
        decide(() -> beans.getBean(TombstonePurge.class).purge(now, MOST_BUCKETS));
    }

    private WorkerId owner(StreamId stream) {
        return beans.getBean(Streams.class)
                .find(organisation, stream)
                .orElseThrow()
                .worker();
    }

    private List<RecordId> running(DossierId dossier, ReferentTerm.Term term) {
        RecordTable records = beans.getBean(RecordTable.class);
        return beans
                .getBean(Database.class)
                .write(connection -> records.ofDossier(connection, organisation, dossier))
                .stream()
                .filter(row -> row.kind().equals(RecordKind.REFERENT_TERM.code()) && isRunning(row, term))
                .map(RecordRow::id)
                .toList();
    }

    private static boolean isRunning(RecordRow row, ReferentTerm.Term like) {
        ReferentTerm.Term term = row.groups().as(ReferentTerm.class).term();
        return term.worker().equals(like.worker()) && term.role() == like.role() && term.until() == null;
    }

    /** Whoever decides tries again where somebody else was in the way, or a connection had died. */
    private void decide(Runnable command) {
        boolean done = false;
        while (!done) {
            try {
                transactions.run(() -> {
                    command.run();
                    return null;
                });
                done = true;
            } catch (RuntimeException e) {
                if (!TemporaryFailure.is(e)) {
                    throw e;
                }
            }
        }
    }
}
