package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tournee.access.Link;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Segment;
import org.tournee.server.access.WebSession;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.Organisations;
import org.tournee.server.web.LinkedDossiers;
import org.tournee.server.web.Viewer;
import org.tournee.workflow.NextSigner;
import org.tournee.workflow.SegmentChange.Origin;
import org.tournee.workflow.SegmentChange.State;
import org.tournee.workflow.Signer;

/** The decisions that wait on dossiers to which the viewer is linked; none of the dossiers is opened. Rule: R-BO. */
@Singleton
class OpenDecisions {

    /**
     * One decision that waits.
     *
     * @param signedOn the last signature
     * @param links of the viewer to the dossier
     * @param isTheirs whether it waits for the viewer's signature
     */
    record Open(
            DossierId dossier,
            Origin origin,
            State state,
            Segment to,
            WorkerId author,
            LocalDate signedOn,
            NextSigner next,
            Set<Link> links,
            boolean isTheirs) {}

    private final Database database;
    private final LinkedDossiers linked;
    private final Profiles profiles;
    private final Organisations organisations;
    private final Viewer viewer;

    OpenDecisions(
            Database database, LinkedDossiers linked, Profiles profiles, Organisations organisations, Viewer viewer) {
        this.database = database;
        this.linked = linked;
        this.profiles = profiles;
        this.organisations = organisations;
        this.viewer = viewer;
    }

    /** The longest waiting first. */
    List<Open> of(WebSession session) {
        OrganisationId organisation = session.organisation();
        List<Fact> facts = database.read(connection -> Sql.all(connection, """
                select dossier_id, origin, state, to_segment, author_id, signed_on from segment_change_fact
                where org_id = ? and state in ('PROPOSED', 'APPROVED') order by signed_on, record_id
                """, OpenDecisions::fact, organisation));
        if (facts.isEmpty()) {
            return List.of();
        }
        LocalDate today = organisations.today(organisation, viewer.now());
        Map<DossierId, Set<Link>> links = linked.of(organisation, session.worker(), today, profiles.of(organisation));
        List<Open> open = new ArrayList<>();
        for (Fact fact : facts) {
            Set<Link> theirs = links.get(fact.dossier());
            Optional<NextSigner> next = NextSigner.of(fact.origin(), fact.state());
            if (theirs != null && next.isPresent()) {
                Signer signer = new Signer(session.worker(), session.roles(), theirs, today);
                open.add(fact.open(next.get(), theirs, signer.isDue(next.get(), fact.author())));
            }
        }
        return open;
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                new DossierId(Sql.uuid(row, "dossier_id")),
                Origin.valueOf(row.getString("origin")),
                State.valueOf(row.getString("state")),
                Segment.valueOf(row.getString("to_segment")),
                new WorkerId(Sql.uuid(row, "author_id")),
                row.getObject("signed_on", LocalDate.class));
    }

    private record Fact(
            DossierId dossier, Origin origin, State state, Segment to, WorkerId author, LocalDate signedOn) {

        Open open(NextSigner next, Set<Link> links, boolean isTheirs) {
            return new Open(dossier, origin, state, to, author, signedOn, next, links, isTheirs);
        }
    }
}
