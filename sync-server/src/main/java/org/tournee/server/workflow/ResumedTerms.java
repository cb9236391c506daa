package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tournee.access.DossierLinks;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Handover;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.WorkerId;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Assignments;
import org.tournee.server.store.Grants;
import org.tournee.server.store.LinkTable;

/**
 * Who answers for a dossier that is begun again after its terms ended: those who did last, where they still work here in a
 * role that may and their phone has room; without a referent among them, whoever begins it again. Where they have no room
 * either nobody does, and the head names somebody. Rules: R-REF, R-SHARE. Decision: 0047.
 */
@Singleton
class ResumedTerms {

    private final Assignments assignments;
    private final LinkTable links;

    ResumedTerms(Assignments assignments, LinkTable links) {
        this.assignments = assignments;
        this.links = links;
    }

    /**
     * Begins terms where none runs; in the caller's transaction, under the dossier's locks.
     *
     * @param by who begins it again
     */
    void begin(Connection connection, Actor actor, DossierContents before, WorkerId by, LocalDate today, Instant at)
            throws SQLException {
        List<ReferentTerm.Term> last = DossierLinks.lastAnswering(
                before.referentTerms().stream()
                        .map(entry -> entry.value().term())
                        .toList(),
                today);
        if (last.stream().anyMatch(term -> term.runsOn(today))) {
            return;
        }
        List<ReferentTerm.Term> begun = new ArrayList<>();
        for (ReferentTerm.Term term : last) {
            ReferentTerm.Term again = new ReferentTerm.Term(term.worker(), term.role(), today, null);
            if (!begun.contains(again) && may(connection, actor, before.id(), again)) {
                begun.add(again);
            }
        }
        ReferentTerm.Term own = new ReferentTerm.Term(by, ReferentRole.REFERENT, today, null);
        boolean answered = begun.stream().anyMatch(term -> term.role() == ReferentRole.REFERENT);
        if (!answered && may(connection, actor, before.id(), own)) {
            begun.add(own);
        }
        begun.forEach(term -> assignments.assign(actor, before.id(), term, at));
    }

    private boolean may(Connection connection, Actor actor, DossierId dossier, ReferentTerm.Term term)
            throws SQLException {
        return Handover.suits(
                        term.role(),
                        links.standing(connection, actor.organisation(), term.worker())
                                .roles())
                && Assignments.hasRoom(new Grants(connection, actor.organisation()), dossier, term.worker());
    }
}
