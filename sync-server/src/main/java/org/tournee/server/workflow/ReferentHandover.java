package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.dossier.Handover;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Assignments;
import org.tournee.server.store.Grants;
import org.tournee.server.store.LinkTable;
import org.tournee.workflow.Carried.Refusal;

/** Somebody else answers for a dossier: the terms, and with them what phones hold. Rules: R-REF, R-SEG-5. */
@Singleton
class ReferentHandover {

    private final Assignments assignments;
    private final LinkTable links;

    ReferentHandover(Assignments assignments, LinkTable links) {
        this.assignments = assignments;
        this.links = links;
    }

    /** Why that worker cannot answer for the dossier; empty where they can. */
    Optional<Refusal> refusal(Connection connection, Actor actor, DossierContents contents, WorkerId next)
            throws SQLException {
        LinkTable.Standing standing = links.standing(connection, actor.organisation(), next);
        if (!standing.roles().contains(Role.SOCIAL_WORKER)) {
            return Optional.of(Refusal.NOT_A_SOCIAL_WORKER);
        }
        return hasRoom(connection, actor, contents.id(), next) ? Optional.empty() : Optional.of(Refusal.CASELOAD_FULL);
    }

    /** Whether the worker's phone holds the dossier, or has room for it. */
    boolean hasRoom(Connection connection, Actor actor, DossierId dossier, WorkerId next) throws SQLException {
        return Assignments.hasRoom(new Grants(connection, actor.organisation()), dossier, next);
    }

    /** What ends and what begins, unless they answer for it like this already. In the caller's transaction. */
    void carry(Actor actor, DossierContents contents, Handover handover, Instant at) {
        boolean answersAlready = false;
        for (Entry<ReferentTerm> entry : contents.referentTerms()) {
            ReferentTerm.Term term = entry.value().term();
            if (handover.repeats(term)) {
                answersAlready = true;
            } else if (handover.ends(term)) {
                assignments.end(actor, contents.id(), entry.id(), handover.from(), at);
            }
        }
        if (!answersAlready) {
            assignments.assign(actor, contents.id(), begun(actor, handover), at);
        }
    }

    private static ReferentTerm begun(Actor actor, Handover handover) {
        String note = handover.note();
        WorkerId by = actor.worker();
        return new ReferentTerm(handover.term(), note == null || by == null ? null : new ReferentTerm.Note(note, by));
    }
}
