package org.tournee.server.document;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Sql;
import org.tournee.server.store.LinkTable;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.RecordRow;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordKind;

/** Who may send and who may read the bytes of a document: the rules of its record. Rule: R-SHARE. */
@Singleton
class DocumentAccess {

    private final LinkTable links;
    private final Organisations organisations;

    DocumentAccess(LinkTable links, Organisations organisations) {
        this.links = links;
        this.organisations = organisations;
    }

    /** A grant that somebody held on a dossier, which may have been merged into another since. */
    record Grant(DossierId dossier, long epoch) {}

    /**
     * Whether a worker may send bytes for a dossier: by the rights of today, or by those of a grant that they held when
     * they took the document in; and always those of a description that stands and is theirs.
     *
     * @param takenIn the grant under which the document was taken in
     * @param dossier the one that goes on
     * @param described the description; null where it is not here yet
     */
    boolean maySend(
            Connection connection,
            OrganisationId organisation,
            WorkerId worker,
            Grant takenIn,
            DossierId dossier,
            @Nullable RecordRow described,
            Instant at)
            throws SQLException {
        if (described != null && worker.equals(described.author())) {
            return true;
        }
        LinkTable.Standing standing = links.standing(connection, organisation, worker);
        LinkTable.Links known = linksTo(connection, organisation, worker, standing, dossier, at);
        Subject subject = Subject.record(RecordKind.DOCUMENT, Audience.SERVICE);
        return AccessRules.decide(standing.roles(), known.now(), Act.RECORD, subject, false)
                        .isAllowed()
                || (heldOnce(connection, organisation, worker, takenIn)
                        && AccessRules.decide(Set.of(Role.SOCIAL_WORKER), known.ever(), Act.RECORD, subject, false)
                                .isAllowed());
    }

    boolean mayRead(
            Connection connection, OrganisationId organisation, WorkerId worker, RecordRow described, Instant at)
            throws SQLException {
        LinkTable.Standing standing = links.standing(connection, organisation, worker);
        DossierId dossier = Objects.requireNonNull(described.dossier(), "A document is of a dossier");
        Set<Link> mine = EnumSet.noneOf(Link.class);
        mine.addAll(
                linksTo(connection, organisation, worker, standing, dossier, at).now());
        if (worker.equals(described.author()) && !mine.isEmpty()) {
            mine.add(Link.AUTHOR);
        }
        Subject subject = Subject.record(RecordKind.DOCUMENT, described.audience());
        return AccessRules.decide(standing.roles(), mine, Act.VIEW, subject, false)
                .isAllowed();
    }

    private LinkTable.Links linksTo(
            Connection connection,
            OrganisationId organisation,
            WorkerId worker,
            LinkTable.Standing standing,
            DossierId dossier,
            Instant at)
            throws SQLException {
        return Objects.requireNonNull(links.links(
                        connection,
                        organisation,
                        worker,
                        standing,
                        List.of(dossier),
                        organisations.today(organisation, at))
                .getOrDefault(dossier, LinkTable.Links.NONE));
    }

    private static boolean heldOnce(Connection connection, OrganisationId organisation, WorkerId worker, Grant grant)
            throws SQLException {
        return Sql.first(
                        connection,
                        """
                        select 1 from bucket_grant
                        where org_id = ? and worker_id = ? and bucket_id = ? and grant_epoch = ?""",
                        row -> true,
                        organisation,
                        worker,
                        BucketId.service(grant.dossier()).value(),
                        grant.epoch())
                .isPresent();
    }
}
