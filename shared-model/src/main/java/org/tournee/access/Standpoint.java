package org.tournee.access;

import java.util.EnumSet;
import java.util.Set;
import org.tournee.organisation.Role;

/** Where a worker of the field stands to a dossier: what the links that their roles bear out come to. */
final class Standpoint {

    /** They say nothing of a dossier. */
    private static final Set<Link> OF_REGISTERS = EnumSet.of(Link.DESK, Link.ADDRESSEE);

    private final Set<Link> links;

    Standpoint(Set<Role> roles, Set<Link> links) {
        this.links = EnumSet.noneOf(Link.class);
        this.links.addAll(links);
        this.links.removeAll(OF_REGISTERS);
        if (!roles.contains(Role.TEAM_HEAD)) {
            this.links.remove(Link.HEAD); // the link of somebody who is no head any more
        }
    }

    boolean isStranger() {
        return links.isEmpty();
    }

    boolean isHead() {
        return links.contains(Link.HEAD);
    }

    boolean isAuthor() {
        return links.contains(Link.AUTHOR);
    }

    /** A replacement has full view. Rule: R-REF. */
    boolean seesRestricted() {
        return changesRestricted() || links.contains(Link.REPLACEMENT);
    }

    boolean changesRestricted() {
        return isAuthor() || isHead() || links.contains(Link.REFERENT);
    }

    /** Takes part in the follow-up today. */
    boolean works() {
        return isHead()
                || links.contains(Link.REFERENT)
                || links.contains(Link.ADMIN_REFERENT)
                || links.contains(Link.REPLACEMENT)
                || links.contains(Link.TEAM);
    }

    /** Answers for the follow-up today, or heads those who do. */
    boolean closes() {
        return isHead() || links.contains(Link.REFERENT) || links.contains(Link.REPLACEMENT);
    }

    /** Narrative, bilan and restricted records: author, referent, head. Source: 000 §2.5.5. */
    boolean settlesAll() {
        return changesRestricted();
    }

    boolean settlesAdministrative() {
        return settlesAll() || links.contains(Link.ADMIN_REFERENT) || links.contains(Link.REPLACEMENT);
    }
}
