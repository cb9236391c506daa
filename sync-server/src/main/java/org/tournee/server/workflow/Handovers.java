package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.dossier.Handover;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Assignments;
import org.tournee.server.store.LinkTable;
import org.tournee.server.store.Organisations;
import org.tournee.sync.RecordId;

/**
 * Hands a dossier over under its locks, in one transaction: of two who do it at once the second sees what the first did.
 * The head decides. Rules: R-REF, R-SHARE.
 */
@Singleton
public class Handovers {

    /** What became of it. */
    public sealed interface Result {}

    /** The term has begun, or will on its day. */
    public record Done() implements Result {}

    /** A rule says no. */
    public record Refused(Handover.Refusal reason) implements Result {}

    /** Whoever takes over has as many dossiers as a phone holds. Source: docs/sync.md, limits. */
    public record CaseloadFull() implements Result {}

    /** Not the head of the dossier's team. */
    public record NotTheHead() implements Result {}

    private final Database database;
    private final LockedDossiers dossiers;
    private final ReferentHandover terms;
    private final Assignments assignments;
    private final LinkTable links;
    private final Organisations organisations;

    Handovers(
            Database database,
            LockedDossiers dossiers,
            ReferentHandover terms,
            Assignments assignments,
            LinkTable links,
            Organisations organisations) {
        this.database = database;
        this.dossiers = dossiers;
        this.terms = terms;
        this.assignments = assignments;
        this.links = links;
        this.organisations = organisations;
    }

    /** Carries it out, or says why not. */
    public Result carry(Actor actor, WorkerId head, DossierId dossier, Handover handover, Instant at) {
        return database.write(connection -> {
            Optional<DossierContents> contents = lock(connection, actor, head, dossier, at);
            return contents.isEmpty() ? new NotTheHead() : carry(connection, actor, contents.get(), handover, at);
        });
    }

    private Result carry(Connection connection, Actor actor, DossierContents contents, Handover handover, Instant at)
            throws SQLException {
        List<ReferentTerm.Term> known = contents.referentTerms().stream()
                .map(entry -> entry.value().term())
                .toList();
        Optional<Handover.Refusal> refusal = handover.refusal(
                known,
                links.standing(connection, actor.organisation(), handover.worker())
                        .roles(),
                organisations.today(actor.organisation(), at));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        if (!terms.hasRoom(connection, actor, contents.id(), handover.worker())) {
            return new CaseloadFull();
        }
        terms.carry(actor, contents, handover, at);
        return new Done();
    }

    /**
     * Ends a replacement today; one that has not begun never does. One that is over, or is no replacement of that
     * dossier, stays as it is.
     *
     * @return whether the worker may
     */
    public boolean endReplacement(Actor actor, WorkerId head, DossierId dossier, RecordId replacement, Instant at) {
        LocalDate today = organisations.today(actor.organisation(), at);
        return database.write(connection -> {
            Optional<DossierContents> contents = lock(connection, actor, head, dossier, at);
            contents.flatMap(known -> running(known, replacement, today))
                    .ifPresent(entry -> assignments.end(actor, dossier, entry.id(), today, at));
            return contents.isPresent();
        });
    }

    private static Optional<Entry<ReferentTerm>> running(
            DossierContents contents, RecordId replacement, LocalDate today) {
        return contents.referentTerms().stream()
                .filter(entry -> entry.id().equals(replacement))
                .filter(entry -> entry.value().term().role() == ReferentRole.REPLACEMENT)
                .filter(entry -> {
                    LocalDate until = entry.value().term().until();
                    return until == null || until.isAfter(today);
                })
                .findFirst();
    }

    /** Empty where the worker is not its head: nothing is told of it. */
    private Optional<DossierContents> lock(
            Connection connection, Actor actor, WorkerId head, DossierId dossier, Instant at) throws SQLException {
        return dossiers.lock(connection, actor, head, dossier, at)
                .filter(locked -> locked.standing().may(Act.DECIDE, Subject.dossier(), null))
                .map(LockedDossiers.Locked::contents);
    }
}
