package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.Limits;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Who answers for a dossier: the term, and with it the buckets that their phone may hold. Rules: R-REF, R-SHARE. */
@Singleton
public class Assignments {

    private final Database database;
    private final RecordTable records;
    private final RecordWriter writer;
    private final Organisations organisations;

    Assignments(Database database, RecordTable records, RecordWriter writer, Organisations organisations) {
        this.database = database;
        this.records = records;
        this.writer = writer;
        this.organisations = organisations;
    }

    /**
     * Begins a term: the worker's phone gets the dossier with its next pull.
     *
     * @throws CaseloadFullException where the worker answers for as many dossiers as a phone holds already
     */
    public RecordId assign(Actor actor, DossierId dossier, ReferentTerm.Term term, Instant at) {
        return assign(actor, dossier, new ReferentTerm(term), at);
    }

    /** The same, with what was told at the hand-over. */
    public RecordId assign(Actor actor, DossierId dossier, ReferentTerm begun, Instant at) {
        return database.write(connection -> {
            RecordId id = writer.newId();
            ReferentTerm.Term term = begun.term();
            Grants grants = new Grants(connection, actor.organisation());
            write(connection, actor, dossier, id, begun, given(grants, dossier, term), at);
            if (term.runsOn(organisations.today(actor.organisation(), at))) {
                if (!hasRoom(grants, dossier, term.worker())) {
                    throw new CaseloadFullException();
                }
                grants.give(
                        given(grants, dossier, term).stream()
                                .map(bucket -> new Grants.Grant(term.worker(), bucket))
                                .toList(),
                        at);
            }
            return id;
        });
    }

    /**
     * Ends a term. The worker keeps what other terms of theirs give.
     *
     * @param until the first day on which they no longer answer for it
     * @throws IllegalArgumentException when it is no term of that dossier
     */
    public void end(Actor actor, DossierId dossier, RecordId term, LocalDate until, Instant at) {
        database.write(connection -> {
            ReferentTerm after = term(connection, actor, dossier, term).until(until);
            ReferentTerm.Term ended = after.term();
            Grants grants = new Grants(connection, actor.organisation());
            write(connection, actor, dossier, term, after, all(grants, dossier), at);
            LocalDate today = organisations.today(actor.organisation(), at);
            if (!ended.runsOn(today) && !answersStill(connection, actor, dossier, ended.worker(), today)) {
                grants.end(ended.worker(), all(grants, dossier), at);
            }
            return null;
        });
    }

    /** What a term gives: asked again under the locks, since a first restricted record may have come in between. */
    private static List<BucketId> given(Grants grants, DossierId dossier, ReferentTerm.Term term) throws SQLException {
        return term.role() == ReferentRole.ADMIN_REFERENT ? List.of(BucketId.service(dossier)) : all(grants, dossier);
    }

    /** Every bucket of a dossier: whoever changes a referent locks them. */
    public static List<BucketId> all(Grants grants, DossierId dossier) throws SQLException {
        List<BucketId> buckets = new ArrayList<>(grants.restrictedOf(dossier));
        buckets.add(BucketId.service(dossier));
        return buckets;
    }

    /** Whether the worker's phone holds the dossier, or has room for it. */
    public static boolean hasRoom(Grants grants, DossierId dossier, WorkerId worker) throws SQLException {
        return grants.holds(worker, BucketId.service(dossier))
                || grants.dossiersOf(worker) < Limits.DOSSIERS_PER_WORKER;
    }

    private void write(
            Connection connection,
            Actor actor,
            DossierId dossier,
            RecordId id,
            ReferentTerm term,
            List<BucketId> buckets,
            Instant at)
            throws SQLException {
        Draft draft = new Draft(id, RecordKind.REFERENT_TERM, dossier, BucketId.service(dossier), Groups.of(term));
        AuditEntry audit = new AuditEntry(
                at,
                actor.worker(),
                actor.stream(),
                AuditEntry.Act.ASSIGN,
                dossier,
                id,
                term.term().role().name());
        writer.write(connection, actor, List.of(draft), buckets, List.of(audit), at);
    }

    private ReferentTerm term(Connection connection, Actor actor, DossierId dossier, RecordId term)
            throws SQLException {
        return records.find(connection, actor.organisation(), List.of(term)).stream()
                .filter(row -> row.kind().equals(RecordKind.REFERENT_TERM.code()) && dossier.equals(row.dossier()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such term of that dossier"))
                .groups()
                .as(ReferentTerm.class);
    }

    private boolean answersStill(
            Connection connection, Actor actor, DossierId dossier, WorkerId worker, LocalDate today)
            throws SQLException {
        return records.ofDossier(connection, actor.organisation(), dossier).stream()
                .filter(row -> row.kind().equals(RecordKind.REFERENT_TERM.code()))
                .map(row -> row.groups().as(ReferentTerm.class).term())
                .anyMatch(other -> other.worker().equals(worker) && other.runsOn(today));
    }
}
