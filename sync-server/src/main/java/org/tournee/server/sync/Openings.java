package org.tournee.server.sync;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tournee.access.AccessRules;
import org.tournee.access.Link;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.DossierStatus;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.store.LinkTable;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.Workspace;
import org.tournee.sync.BucketId;
import org.tournee.sync.DossierOpening;
import org.tournee.sync.Groups;
import org.tournee.sync.Limits;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/**
 * Dossiers that phones opened with no network. The service adds what it alone writes: who answers for it from the day on
 * which it arrives, its status and, where there are segments, a stay in intake. A household that somebody opened twice is
 * found by the search for duplicates. Rules: R-REQ, R-REF, R-SEG-5, R-DUP, R-CLK.
 */
final class Openings {

    /** What whoever opens a dossier is to it from then on. */
    static final LinkTable.Links OPENER = new LinkTable.Links(Set.of(Link.REFERENT), Set.of(Link.REFERENT));

    private final Workspace workspace;
    private final Surroundings around;

    Openings(Workspace workspace, Surroundings around) {
        this.workspace = workspace;
        this.around = around;
    }

    /**
     * Those of the dossiers that are opened now, each with its key; none where their author may not, or where a phone
     * would hold too many.
     */
    static Set<DossierId> begin(SyncTransaction transaction, StreamRow stream, List<Operation> operations) {
        Set<DossierId> asked = operations.stream()
                .filter(DossierOpening::is)
                .map(Operation::dossierId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (asked.isEmpty()) {
            return Set.of();
        }
        asked.retainAll(transaction.unopened(asked));
        LinkTable.Standing author = transaction.standing(stream.worker());
        if (asked.isEmpty() || author.team() == null || !AccessRules.mayOpen(author.roles())) {
            return Set.of();
        }
        int room = Math.max(0, Limits.DOSSIERS_PER_WORKER - transaction.dossiersOf(stream.worker()));
        Set<DossierId> opened = asked.stream().limit(room).collect(Collectors.toCollection(LinkedHashSet::new));
        transaction.makeKeys(opened);
        return Collections.unmodifiableSet(opened);
    }

    /** The records that the service adds to a dossier: the same whenever it is opened again, as after a restore. */
    static Stream<RecordId> added(DossierId dossier) {
        return Stream.of(termOf(dossier), stayOf(dossier));
    }

    private static RecordId termOf(DossierId dossier) {
        return named(dossier, "term");
    }

    private static RecordId stayOf(DossierId dossier) {
        return named(dossier, "stay");
    }

    private static RecordId named(DossierId dossier, String what) {
        return new RecordId(UuidCreator.getNameBasedSha1(dossier.value(), what));
    }

    /** The groups of a dossier's record as the service keeps them: the day is the service's, whatever a phone's clock says. */
    static Groups received(Groups said, Surroundings around) {
        Dossier.Status open = new Dossier.Status(DossierStatus.OPEN, around.today(), null);
        return said.with(Dossier.Status.GROUP, Wire.json(open));
    }

    /** Whether both say the same of a household: the status is the service's own. */
    static boolean isTheSame(Groups one, Groups other) {
        return one.with(Dossier.Status.GROUP, null)
                .changesSince(other.with(Dossier.Status.GROUP, null))
                .isEmpty();
    }

    /** Adds what the service alone writes, once the dossier's own record is written. */
    void complete(DossierId dossier) {
        add(
                dossier,
                termOf(dossier),
                RecordKind.REFERENT_TERM,
                new ReferentTerm(new ReferentTerm.Term(around.author(), ReferentRole.REFERENT, around.today(), null)));
        if (around.hasSegments()) {
            add(
                    dossier,
                    stayOf(dossier),
                    RecordKind.STAY,
                    new Stay(new Stay.Span(Segment.INTAKE_1, around.today(), null)));
        }
        workspace.audit(new AuditEntry(
                workspace.at(), around.author(), around.stream().id(), AuditEntry.Act.OPEN, dossier, null, ""));
    }

    private void add(DossierId dossier, RecordId id, RecordKind kind, Object value) {
        if (workspace.record(id) != null) {
            return; // brought back from the archive before the operation was
        }
        workspace.put(new RecordRow(
                id,
                kind.code(),
                dossier,
                BucketId.service(dossier),
                0,
                1,
                around.author(),
                around.author(),
                workspace.at(),
                null,
                false,
                Map.of(),
                dossier.value(),
                Groups.of(value)));
    }

    /** Those of them that were opened indeed: what was saved together may have come back. */
    static Set<DossierId> done(Set<DossierId> begun, Workspace workspace) {
        Set<RecordId> written = workspace.written().stream().map(RecordRow::id).collect(Collectors.toSet());
        return begun.stream()
                .filter(dossier -> written.contains(DossierOpening.recordOf(dossier)))
                .collect(Collectors.toSet());
    }
}
