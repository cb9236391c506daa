package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Assignments;
import org.tournee.server.store.Grants;
import org.tournee.server.store.LinkTable;
import org.tournee.workflow.Carried.Refusal;

/** Another referent answers for a dossier: the terms, and with them what phones hold. Rules: R-REF, R-SEG-5. */
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
        return Assignments.hasRoom(new Grants(connection, actor.organisation()), contents.id(), next)
                ? Optional.empty()
                : Optional.of(Refusal.CASELOAD_FULL);
    }

    /** From today on: the running terms of others end, theirs begins unless it runs. In the caller's transaction. */
    void carry(Actor actor, DossierContents contents, WorkerId next, LocalDate today, Instant at) {
        List<Entry<ReferentTerm>> running = contents.referentTerms().stream()
                .filter(entry -> entry.value().term().role() == ReferentRole.REFERENT)
                .filter(entry -> entry.value().term().runsOn(today))
                .toList();
        boolean answersAlready = false;
        for (Entry<ReferentTerm> entry : running) {
            if (entry.value().term().worker().equals(next)) {
                answersAlready = true;
            } else {
                assignments.end(actor, contents.id(), entry.id(), today, at);
            }
        }
        if (!answersAlready) {
            assignments.assign(
                    actor, contents.id(), new ReferentTerm.Term(next, ReferentRole.REFERENT, today, null), at);
        }
    }
}
