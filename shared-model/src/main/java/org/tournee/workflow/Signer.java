package org.tournee.workflow;

import java.time.LocalDate;
import java.util.Set;
import org.tournee.access.Link;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;

/**
 * Who signs, and when.
 *
 * @param links to the dossier on that day
 * @param on the day of the organisation on which the server takes the command
 */
public record Signer(WorkerId worker, Set<Role> roles, Set<Link> links, LocalDate on) {

    public Signer {
        roles = Set.copyOf(roles);
        links = Set.copyOf(links);
    }

    /**
     * Whether an open decision waits for them.
     *
     * @param author who signed it first: nobody signs twice where two are due
     */
    public boolean isDue(NextSigner next, WorkerId author) {
        return switch (next) {
            case HEAD -> isHead() && !worker.equals(author);
            case RECEIVING_TEAM -> isHead() || isReceivingWorker();
            case REFERENT -> actsAsReferent();
        };
    }

    boolean isHead() {
        return roles.contains(Role.TEAM_HEAD) && links.contains(Link.HEAD);
    }

    /** The referent, or whoever stands in for them. */
    boolean actsAsReferent() {
        return links.contains(Link.REFERENT) || links.contains(Link.REPLACEMENT);
    }

    boolean isIntakeWorker() {
        return roles.contains(Role.INTAKE_WORKER) && (actsAsReferent() || links.contains(Link.TEAM));
    }

    boolean isAdminAssistant() {
        return roles.contains(Role.ADMIN_ASSISTANT)
                && (links.contains(Link.ADMIN_REFERENT) || links.contains(Link.TEAM));
    }

    /** Of the team that goes on with the dossier: may take it themselves. */
    boolean isReceivingWorker() {
        return roles.contains(Role.SOCIAL_WORKER) && (actsAsReferent() || links.contains(Link.TEAM));
    }
}
