package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Decision;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;

/** How somebody stands to one dossier today: what every decision about it starts from. Rule: R-SHARE. */
@Singleton
public class DossierStandings {

    private final LinkTable links;
    private final Organisations organisations;
    private final StatedReasons reasons;

    DossierStandings(LinkTable links, Organisations organisations, StatedReasons reasons) {
        this.links = links;
        this.organisations = organisations;
        this.reasons = reasons;
    }

    /**
     * Without roles, so that nothing is allowed, where the worker does not exist or does not work here any more.
     *
     * @param dossier null for what belongs to none: nobody is linked to that
     */
    public DossierStanding of(
            Connection connection,
            OrganisationId organisation,
            WorkerId worker,
            @Nullable DossierId dossier,
            Instant at)
            throws SQLException {
        LinkTable.Standing standing = links.standing(connection, organisation, worker);
        if (dossier == null) {
            return new DossierStanding(worker, standing.roles(), Set.of(), false);
        }
        LinkTable.Links known = Objects.requireNonNull(links.links(
                        connection,
                        organisation,
                        worker,
                        standing,
                        List.of(dossier),
                        organisations.today(organisation, at))
                .getOrDefault(dossier, LinkTable.Links.NONE));
        boolean reasonStated = reasons.stands(connection, organisation, dossier, worker, at);
        return new DossierStanding(worker, standing.roles(), known.now(), reasonStated);
    }

    /** The same of several dossiers in as many statements as of one, each with its standing. */
    public Map<DossierId, DossierStanding> of(
            Connection connection,
            OrganisationId organisation,
            WorkerId worker,
            Collection<DossierId> dossiers,
            Instant at)
            throws SQLException {
        LinkTable.Standing standing = links.standing(connection, organisation, worker);
        Map<DossierId, LinkTable.Links> known = links.links(
                connection,
                organisation,
                worker,
                standing,
                List.copyOf(dossiers),
                organisations.today(organisation, at));
        Set<DossierId> stated = reasons.standing(connection, organisation, dossiers, worker, at);
        Map<DossierId, DossierStanding> standings = new HashMap<>();
        for (DossierId dossier : dossiers) {
            LinkTable.Links theirs = known.getOrDefault(dossier, LinkTable.Links.NONE);
            standings.put(
                    dossier, new DossierStanding(worker, standing.roles(), theirs.now(), stated.contains(dossier)));
        }
        return standings;
    }

    /**
     * Somebody before a dossier.
     *
     * @param links to the dossier as a whole; whoever made a record is linked to that record besides
     * @param reasonStated whether a reason that they stated still opens it
     */
    public record DossierStanding(WorkerId worker, Set<Role> roles, Set<Link> links, boolean reasonStated) {

        public Decision decide(Act act, Subject subject) {
            return AccessRules.decide(roles, links, act, subject, reasonStated);
        }

        /**
         * Decides about one record.
         *
         * @param author of it; null where the service made it
         */
        public Decision decide(Act act, Subject subject, @Nullable WorkerId author) {
            if (!worker.equals(author)) {
                return decide(act, subject);
            }
            Set<Link> mine = EnumSet.of(Link.AUTHOR);
            mine.addAll(links);
            return AccessRules.decide(roles, mine, act, subject, reasonStated);
        }

        public boolean may(Act act, Subject subject, @Nullable WorkerId author) {
            return decide(act, subject, author).isAllowed();
        }
    }
}
