package org.tournee.server.simulated;

import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.duplicate.DossierMerges;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Assignments;
import org.tournee.server.store.ErasedDossiers;
import org.tournee.server.store.MovedMeanwhile;
import org.tournee.server.store.OpenDossier;
import org.tournee.server.store.Opening;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.RedirectTable;
import org.tournee.server.store.ReferenceData;
import org.tournee.server.store.Streams;
import org.tournee.server.store.Successions;
import org.tournee.server.store.TemporaryFailure;
import org.tournee.server.store.TombstonePurge;
import org.tournee.server.store.Withdrawals;
import org.tournee.server.store.Workers;
import org.tournee.server.sync.ServiceCommands;
import org.tournee.server.sync.ServiceCommands.Signed.How;
import org.tournee.server.workflow.CommandAnswer;
import org.tournee.server.workflow.SegmentDecisions;
import org.tournee.server.workflow.SignedCommand;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.StreamId;
import org.tournee.sync.Withdrawal;
import org.tournee.workflow.SegmentCommand;

/** The service's own commands, as the back office gives them. */
final class PostgresService implements ServiceCommands {

    private static final Instant ENROLLED_AT = Instant.parse("2026-03-09T08:00:00Z");

    /** More than a life has. */
    private static final int MOST_BUCKETS = 1_000;

    private final ApplicationContext beans;
    private final Transactions transactions;
    private final OrganisationId organisation;
    private @Nullable WorkerId reviewer;

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
        reviewer = worker;
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

    @Override
    public void publish(RecordId id, OrganisationProfile profile, Instant at) {
        decide(() -> beans.getBean(ReferenceData.class)
                .publish(Actor.service(organisation), RecordKind.PROFILE, Map.of(id, profile), at));
    }

    @Override
    public void head(UUID team, WorkerId worker) {
        decide(() -> beans.getBean(Database.class)
                .write(connection -> Sql.change(
                        connection,
                        "insert into team (org_id, team_id, site_id, name, head_id) values (?, ?, ?, 'Nord', ?)",
                        organisation,
                        team,
                        team,
                        worker)));
    }

    @Override
    public void sign(Signature signature, Instant at, Consumer<Signed> answer) {
        SignedCommand signed = new SignedCommand(
                new Actor(organisation, signature.worker(), null),
                signature.worker(),
                signature.dossier(),
                signature.newStay().value(),
                signature.command(),
                signature.expected());
        decide(() -> answer.accept(
                switch (beans.getBean(SegmentDecisions.class).carry(signed, at)) {
                    case CommandAnswer.Done done ->
                        new Signed(How.DONE, begins(signature.command()) ? lastStay(signature.dossier()) : null);
                    case CommandAnswer.Stale stale -> new Signed(How.STALE, null);
                    case CommandAnswer.Refused refused -> new Signed(How.REFUSED, null);
                    case CommandAnswer.Closed closed -> new Signed(How.REFUSED, null);
                }));
    }

    private static boolean begins(SegmentCommand command) {
        return command instanceof SegmentCommand.Execute || command instanceof SegmentCommand.Review;
    }

    /** The one that was written last; others may run beside it, where dossiers were merged. */
    private RecordId lastStay(DossierId dossier) {
        return rows(dossier).stream()
                .filter(row -> row.kind().equals(RecordKind.STAY.code()))
                .reduce((one, next) -> next)
                .orElseThrow()
                .id();
    }

    /** The terms of that worker in that role either all run or have all ended afterwards. */
    @Override
    public void answer(DossierId opened, RecordId id, ReferentTerm.Term term, Instant at) {
        Assignments assignments = beans.getBean(Assignments.class);
        Actor actor = Actor.service(organisation);
        decide(() -> {
            DossierId dossier = goingOn(opened).orElse(null);
            if (dossier == null) {
                return; // it was erased
            }
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
    public void merge(DossierId kept, DossierId merged, Map<RecordId, RecordId> samePersons, Instant at, Outcome done) {
        DossierMerges merges = beans.getBean(DossierMerges.class);
        decide(() -> done.was(
                merges.merge(Actor.service(organisation), reviewer(), kept, merged, samePersons, at)
                        instanceof DossierMerges.Done));
    }

    @Override
    public void separate(DossierId merged, Instant at, Outcome done) {
        DossierMerges merges = beans.getBean(DossierMerges.class);
        decide(() -> {
            done.was(false);
            merges.standing(organisation, MOST_BUCKETS).stream()
                    .filter(standing -> standing.merged().equals(merged))
                    .findFirst()
                    .ifPresent(standing -> done.was(
                            merges.undo(Actor.service(organisation), reviewer(), standing.merge(), at)
                                    instanceof DossierMerges.Done));
        });
    }

    private WorkerId reviewer() {
        return Objects.requireNonNull(reviewer, "Somebody works there");
    }

    /** As {@code EraseDossier} does, whoever decides. */
    @Override
    public void erase(DossierId dossier, Instant at, Outcome done) {
        decide(() -> done.was(beans.getBean(Database.class).write(connection -> {
            List<DossierId> all = withMerged(connection, dossier);
            ErasedDossiers erased = beans.getBean(ErasedDossiers.class);
            erased.lock(connection, organisation, all);
            if (!withMerged(connection, dossier).equals(all)) {
                throw MovedMeanwhile.failure();
            }
            boolean living = Sql.first(
                            connection,
                            "select 1 from record where org_id = ? and record_id = ? and not deleted",
                            row -> true,
                            organisation,
                            dossier)
                    .isPresent();
            if (living) {
                for (DossierId one : all) {
                    Sql.change(connection, """
                            insert into erased_dossier (org_id, dossier_id, reason, decided_by, erased_at)
                            values (?, ?, 'ASKED_BY_PERSON', ?, ?)""", organisation, one, reviewer(), at);
                    erased.empty(connection, organisation, one, at);
                }
            }
            return living;
        })));
    }

    private List<DossierId> withMerged(Connection connection, DossierId dossier) throws SQLException {
        return Sql.all(connection, """
                with recursive merged as (
                    select ?::uuid as id
                    union select m.merged_id from dossier_merge m join merged on m.kept_id = merged.id
                    where m.org_id = ? and m.undone_at is null)
                select id from merged order by id""", row -> new DossierId(Sql.uuid(row, "id")), dossier, organisation);
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

    /** The dossier that goes on for it after merges; its head is held, so that no merge and no erasure slips past. */
    private Optional<DossierId> goingOn(DossierId opened) {
        return beans.getBean(Database.class).write(connection -> {
            DossierId dossier = end(connection, opened);
            Sql.first(
                    connection,
                    "select 1 from bucket where org_id = ? and bucket_id = ? for no key update",
                    row -> true,
                    organisation,
                    BucketId.service(dossier).value());
            if (!end(connection, opened).equals(dossier)) {
                throw MovedMeanwhile.failure();
            }
            return ErasedDossiers.among(connection, organisation, Set.of(dossier))
                            .isEmpty()
                    ? Optional.of(dossier)
                    : Optional.empty();
        });
    }

    private DossierId end(Connection connection, DossierId opened) throws SQLException {
        UUID id = opened.value();
        return new DossierId(
                RedirectTable.ends(connection, organisation, Set.of(id)).getOrDefault(id, id));
    }

    private List<RecordRow> rows(DossierId dossier) {
        RecordTable records = beans.getBean(RecordTable.class);
        return beans.getBean(Database.class).write(connection -> records.ofDossier(connection, organisation, dossier));
    }

    private List<RecordId> running(DossierId dossier, ReferentTerm.Term term) {
        return rows(dossier).stream()
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
