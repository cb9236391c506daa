package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentTerm;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.WebSession;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.duplicate.Duplicates;
import org.tournee.server.store.DossierStandings;
import org.tournee.server.store.DossierStandings.DossierStanding;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.sync.RecordId;
import org.tournee.workflow.DossierCourse;

/**
 * Reads two dossiers of which a person looks the same, as far as deciding needs it: names, birth dates, addresses, who
 * answers for them, and where they stand in their segment. Decided and audited in both. Rules: R-DUP, R-SHARE, R-AUD.
 */
@Singleton
class DuplicateReader {

    /**
     * One of the two.
     *
     * @param person the one in question
     * @param course where the dossier stands today; null for a viewer who may not see how it is followed
     */
    record Side(
            DossierContents contents,
            RecordId person,
            @Nullable DossierCourse course) {

        DossierId id() {
            return contents.id();
        }

        /** Whoever answers for it with no end in sight. */
        List<WorkerId> answering() {
            return contents.referentTerms().stream()
                    .map(entry -> entry.value().term())
                    .filter(term -> term.until() == null)
                    .map(ReferentTerm.Term::worker)
                    .distinct()
                    .toList();
        }
    }

    /** Both, with what a machine found. */
    record Pair(Duplicates.Proposal proposal, Side one, Side other) {}

    private final Database database;
    private final Duplicates duplicates;
    private final DossierStandings standings;
    private final RecordTable records;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Viewer viewer;

    DuplicateReader(
            Database database,
            Duplicates duplicates,
            DossierStandings standings,
            RecordTable records,
            Organisations organisations,
            AuditTrail audit,
            Viewer viewer) {
        this.database = database;
        this.duplicates = duplicates;
        this.standings = standings;
        this.records = records;
        this.organisations = organisations;
        this.audit = audit;
        this.viewer = viewer;
    }

    /** The back office, or the head of one of the two. */
    static boolean mayReview(DossierStanding one, DossierStanding other) {
        return one.may(Act.REVIEW_DUPLICATE, Subject.dossier(), null)
                || other.may(Act.REVIEW_DUPLICATE, Subject.dossier(), null);
    }

    /** Empty where nothing is proposed about these two, or not to this viewer. */
    Optional<Pair> read(WebSession session, RecordId one, RecordId other) {
        Instant now = viewer.now();
        return duplicates
                .find(session.organisation(), one, other)
                .flatMap(proposal -> database.write(connection -> read(connection, session, proposal, now)));
    }

    private Optional<Pair> read(Connection connection, WebSession session, Duplicates.Proposal proposal, Instant now)
            throws SQLException {
        DossierStanding toOne =
                standings.of(connection, session.organisation(), session.worker(), proposal.oneDossier(), now);
        DossierStanding toOther =
                standings.of(connection, session.organisation(), session.worker(), proposal.otherDossier(), now);
        boolean may = mayReview(toOne, toOther);
        AuditEntry.Act act = may ? AuditEntry.Act.READ : AuditEntry.Act.REFUSE;
        TreeSet<UUID> both = new TreeSet<>(
                List.of(proposal.oneDossier().value(), proposal.otherDossier().value()));
        audit.append(
                connection,
                session.organisation(),
                both.stream()
                        .map(dossier -> new AuditEntry(
                                now, session.worker(), null, act, new DossierId(dossier), null, "duplicate"))
                        .toList());
        if (!may) {
            return Optional.empty();
        }
        LocalDate today = organisations.today(session.organisation(), now);
        Optional<Side> one = side(connection, session, proposal.oneDossier(), proposal.one(), toOne, today);
        Optional<Side> other = side(connection, session, proposal.otherDossier(), proposal.other(), toOther, today);
        return one.flatMap(left -> other.map(right -> new Pair(proposal, left, right)));
    }

    private Optional<Side> side(
            Connection connection,
            WebSession session,
            DossierId id,
            RecordId person,
            DossierStanding standing,
            LocalDate today)
            throws SQLException {
        boolean follows = standing.may(Act.VIEW, Subject.dossier(), null);
        List<StoredRecord> living = records.ofDossier(connection, session.organisation(), id).stream()
                .filter(row -> !row.deleted())
                .map(RecordRow::stored)
                .toList();
        return DossierContents.of(id, living)
                .map(contents -> new Side(contents, person, follows ? DossierCourse.of(contents, today) : null));
    }
}
