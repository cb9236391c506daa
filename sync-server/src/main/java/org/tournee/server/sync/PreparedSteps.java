package org.tournee.server.sync;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.Workspace;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.ReturnReason;
import org.tournee.workflow.Carried;
import org.tournee.workflow.DossierCourse;
import org.tournee.workflow.PreparedStep;
import org.tournee.workflow.SegmentChange;
import org.tournee.workflow.SegmentWorkflow;

/**
 * Takes in a step on a segment that was prepared on a phone: the state machine decides on the day on which it arrives, and
 * its signature opens or closes a decision. No stay begins by it, and nobody's second signature. Rules: R-SEG-5, R-SEG-6,
 * R-SEG-7, R-CLK.
 */
final class PreparedSteps {

    private final Workspace workspace;
    private final Surroundings around;
    private final Operation operation;

    PreparedSteps(Workspace workspace, Surroundings around, Operation operation) {
        this.workspace = workspace;
        this.around = around;
        this.operation = operation;
    }

    Judgement carry(PreparedStep step) {
        OrganisationProfile profile = around.profile();
        if (profile == null || !around.allows(operation, Act.VIEW, Subject.dossier(), false)) {
            return Judgement.refused(ReturnReason.NOT_ALLOWED, "no right to see the dossier, or no profile");
        }
        RecordRow named = workspace.record(operation.recordId());
        if (named != null && (!named.kind().equals(PreparedStep.KIND.code()) || isElsewhere(named))) {
            return Judgement.refused(ReturnReason.UNKNOWN_RECORD, "the record is of another dossier or kind");
        }
        if (named != null && isTheSameStep(step, named)) {
            return Judgement.effect(Verdict.APPLIED, named);
        }
        DossierCourse course = course();
        if (!namesItsDecision(step, named, course)) {
            return Judgement.stale("it names another decision than the open one");
        }
        return switch (SegmentWorkflow.carry(
                step.asked(), step.expected(), course, around.signer(operation.dossierId()), profile)) {
            case Carried.Stale stale -> Judgement.stale("the dossier is elsewhere in its course");
            case Carried.Refused refused ->
                Judgement.refused(ReturnReason.REFUSED_STEP, refused.reason().name());
            case Carried.Done done -> write(done, course);
        };
    }

    /** From a copy of the phone, or under the stream that this one follows: it was entered then. */
    private boolean isTheSameStep(PreparedStep step, RecordRow named) {
        SegmentChange change = named.groups().as(SegmentChange.class);
        return step.asked().opens()
                ? change.author().equals(around.author())
                : !change.course().state().isOpen() && change.last().by().equals(around.author());
    }

    private static boolean namesItsDecision(PreparedStep step, @Nullable RecordRow named, DossierCourse course) {
        return step.asked().opens()
                ? named == null
                : named != null && course.open() != null && course.open().id().equals(named.id());
    }

    private boolean isElsewhere(RecordRow row) {
        return !operation.dossierId().equals(row.dossier());
    }

    private DossierCourse course() {
        List<StoredRecord> stored = workspace.ofDossier(operation.dossierId()).stream()
                .map(RecordRow::stored)
                .toList();
        Optional<DossierContents> contents = DossierContents.of(operation.dossierId(), stored);
        return contents.map(known -> DossierCourse.of(known, around.today())).orElse(DossierCourse.NONE);
    }

    private Judgement write(Carried.Done done, DossierCourse course) {
        if (!done.effects().isEmpty()) {
            throw new IllegalStateException("A prepared step does nothing besides its decision");
        }
        RecordRow decision = put(operation.recordId(), done.change());
        if (done.answered() != null) {
            put(Objects.requireNonNull(course.open()).id(), done.answered());
        }
        workspace.audit(new AuditEntry(
                workspace.at(),
                around.author(),
                around.stream().id(),
                AuditEntry.Act.SIGN,
                operation.dossierId(),
                decision.id(),
                done.change().last().step().name()));
        return Judgement.effect(Verdict.APPLIED, decision);
    }

    private RecordRow put(RecordId id, SegmentChange change) {
        RecordRow before = workspace.record(id);
        WorkerId author = around.author();
        return workspace.put(
                before == null
                        ? new RecordRow(
                                id,
                                PreparedStep.KIND.code(),
                                operation.dossierId(),
                                BucketId.service(operation.dossierId()),
                                0,
                                1,
                                author,
                                author,
                                workspace.at(),
                                operation.occurredAt(),
                                false,
                                Map.of(),
                                operation.dossierId().value(),
                                Groups.of(change))
                        : before.revised(
                                author,
                                workspace.at(),
                                operation.occurredAt(),
                                false,
                                before.stamps(),
                                Groups.of(change)));
    }
}
