package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Handover;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * Hands a dossier over in one transaction: what ends and what begins stand or fall together, and the phones' grants with
 * them. The head decides. Rules: R-REF, R-SHARE.
 */
@Singleton
public class Handovers {

    /** What became of it. */
    public sealed interface Result {}

    /** Done; the term has begun or will. */
    public record Done(RecordId term) implements Result {}

    /** A rule says no. */
    public record Refused(Handover.Refusal reason) implements Result {}

    /** Whoever takes over has as many dossiers as a phone holds. Source: docs/sync.md, limits. */
    public record CaseloadFull() implements Result {}

    /** Not the head of the dossier's team. */
    public record NotTheHead() implements Result {}

    private record Told(RecordId id, ReferentTerm value) {

        ReferentTerm.Term term() {
            return value.term();
        }
    }

    private final Database database;
    private final RecordTable records;
    private final RecordWriter writer;
    private final LinkTable links;
    private final DossierStandings standings;
    private final Organisations organisations;

    Handovers(
            Database database,
            RecordTable records,
            RecordWriter writer,
            LinkTable links,
            DossierStandings standings,
            Organisations organisations) {
        this.database = database;
        this.records = records;
        this.writer = writer;
        this.links = links;
        this.standings = standings;
        this.organisations = organisations;
    }

    /** Carries it out, or says why not. */
    public Result carry(Actor actor, DossierId dossier, Handover handover, Instant at) {
        return database.write(connection -> carry(connection, actor, dossier, handover, at));
    }

    /**
     * Ends a replacement before its day; one that has ended, or is no replacement of that dossier, stays as it is.
     *
     * @return whether the actor may
     */
    public boolean endReplacement(Actor actor, DossierId dossier, RecordId replacement, Instant at) {
        return database.write(connection -> {
            if (!isHead(connection, actor, dossier, at)) {
                return false;
            }
            LocalDate today = organisations.today(actor.organisation(), at);
            Optional<Told> running = terms(connection, actor, dossier).stream()
                    .filter(told -> told.id().equals(replacement))
                    .filter(told -> told.term().role() == ReferentRole.REPLACEMENT)
                    .filter(told ->
                            told.term().until() == null || told.term().until().isAfter(today))
                    .findFirst();
            if (running.isPresent()) {
                Change change = new Change(connection, actor, dossier, at);
                // One that has not begun never does: it ends on the day on which it would have.
                LocalDate from = running.get().term().from();
                change.end(running.get(), from.isAfter(today) ? from : today);
                change.write(null);
            }
            return true;
        });
    }

    private Result carry(Connection connection, Actor actor, DossierId dossier, Handover handover, Instant at)
            throws SQLException {
        if (!isHead(connection, actor, dossier, at)) {
            return new NotTheHead();
        }
        Change change = new Change(connection, actor, dossier, at);
        List<Told> terms = terms(connection, actor, dossier);
        Optional<Handover.Refusal> refusal = handover.refusal(
                terms.stream().map(Told::term).toList(),
                links.standing(connection, actor.organisation(), handover.worker())
                        .roles(),
                change.today);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        if (!Assignments.hasRoom(change.grants, dossier, handover.worker())) {
            return new CaseloadFull();
        }
        terms.stream().filter(told -> handover.ends(told.term())).forEach(told -> change.end(told, handover.from()));
        RecordId begun = change.begin(handover);
        change.write(handover.worker());
        return new Done(begun);
    }

    private boolean isHead(Connection connection, Actor actor, DossierId dossier, Instant at) throws SQLException {
        WorkerId worker = actor.worker();
        return worker != null
                && standings
                        .of(connection, actor.organisation(), worker, dossier, at)
                        .may(Act.DECIDE, Subject.dossier(), null);
    }

    private List<Told> terms(Connection connection, Actor actor, DossierId dossier) throws SQLException {
        return records.ofDossier(connection, actor.organisation(), dossier).stream()
                .filter(row -> row.kind().equals(RecordKind.REFERENT_TERM.code()))
                .map(row -> new Told(row.id(), row.groups().as(ReferentTerm.class)))
                .toList();
    }

    private static ReferentTerm.@Nullable Note note(@Nullable String text, @Nullable WorkerId by) {
        return text == null || by == null ? null : new ReferentTerm.Note(text, by);
    }

    /** What is gathered before it is written under the locks of the dossier's buckets. */
    private final class Change {

        private final Connection connection;
        private final Actor actor;
        private final DossierId dossier;
        private final Instant at;
        private final LocalDate today;
        private final Grants grants;
        private final List<Draft> drafts = new ArrayList<>();
        private final List<AuditEntry> audits = new ArrayList<>();
        private final List<WorkerId> leaving = new ArrayList<>();

        Change(Connection connection, Actor actor, DossierId dossier, Instant at) throws SQLException {
            this.connection = connection;
            this.actor = actor;
            this.dossier = dossier;
            this.at = at;
            this.today = organisations.today(actor.organisation(), at);
            this.grants = new Grants(connection, actor.organisation());
        }

        void end(Told told, LocalDate until) {
            ReferentTerm ended = told.value().until(until);
            draft(told.id(), ended);
            if (!ended.term().runsOn(today)) {
                leaving.add(ended.term().worker());
            }
        }

        RecordId begin(Handover handover) {
            RecordId id = writer.newId();
            draft(id, new ReferentTerm(handover.term(), note(handover.note(), actor.worker())));
            return id;
        }

        private void draft(RecordId id, ReferentTerm value) {
            drafts.add(new Draft(id, RecordKind.REFERENT_TERM, dossier, BucketId.service(dossier), Groups.of(value)));
            audits.add(new AuditEntry(
                    at,
                    actor.worker(),
                    actor.stream(),
                    AuditEntry.Act.ASSIGN,
                    dossier,
                    id,
                    value.term().role().name()));
        }

        /** Terms that begin or end on a later day change their grants with that day: {@link TermSweep}. */
        void write(@Nullable WorkerId joining) throws SQLException {
            List<BucketId> buckets = Assignments.all(grants, dossier);
            writer.write(connection, actor, drafts, buckets, audits, at);
            List<ReferentTerm.Term> now =
                    terms(connection, actor, dossier).stream().map(Told::term).toList();
            for (WorkerId worker : leaving) {
                if (now.stream().noneMatch(term -> term.worker().equals(worker) && term.runsOn(today))) {
                    grants.end(worker, Assignments.all(grants, dossier), at);
                }
            }
            for (ReferentTerm.Term term : now) {
                if (term.worker().equals(joining) && term.runsOn(today)) {
                    grants.give(
                            Assignments.given(grants, dossier, term).stream()
                                    .map(bucket -> new Grants.Grant(term.worker(), bucket))
                                    .toList(),
                            at);
                }
            }
        }
    }
}
