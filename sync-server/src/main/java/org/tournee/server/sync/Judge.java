package org.tournee.server.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.server.conflict.Settling;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.Workspace;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.DossierOpening;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordKind;
import org.tournee.sync.RecordRules;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.Schema;
import org.tournee.sync.Violation;

/** Decides one operation: who may, what the kind allows, what the rules say; what may stand is written. Rule: R-REC. */
final class Judge {

    private final Workspace workspace;
    private final Surroundings around;

    Judge(Workspace workspace, Surroundings around) {
        this.workspace = workspace;
        this.around = around;
    }

    /** @param sent as the phone wrote it, in whatever schema */
    Judgement judge(Operation sent) {
        if (Schema.isMeantOtherwise(sent)) {
            return Judgement.refused(ReturnReason.INVALID, "its meaning changed since schema " + sent.schema());
        }
        RecordRow known = workspace.record(sent.recordId());
        return decide(Schema.lift(sent, known == null ? Groups.NONE : known.groups()));
    }

    private Judgement decide(Operation operation) {
        if (DossierOpening.is(operation)) {
            return open(operation);
        }
        if (!around.isThere(operation.dossierId(), workspace)) {
            return around.returnedCreations().contains(DossierOpening.recordOf(operation.dossierId()))
                    ? Judgement.refused(ReturnReason.DEPENDS_ON, "the opening of its dossier was returned")
                    : Judgement.refused(ReturnReason.UNKNOWN_RECORD, "no such dossier");
        }
        if (!Moments.isPlausible(operation.occurredAt())) {
            return Judgement.refused(ReturnReason.INVALID, "occurred_at");
        }
        Optional<RecordKind> kind = RecordKind.ofCode(operation.kind());
        if (kind.isEmpty()) {
            return Judgement.refused(ReturnReason.INVALID, "no such kind");
        }
        if (operation.groups().keySet().stream().anyMatch(group -> RecordRules.isServersOwn(kind.get(), group))) {
            return Judgement.refused(ReturnReason.COMMAND_ONLY, "a group that the server alone writes");
        }
        if (operation.action() == Action.SETTLE) {
            return settle(operation, kind.get());
        }
        if (operation.action() == Action.COMMAND) {
            return new Commands(workspace, around).carry(operation, kind.get());
        }
        if (kind.get().writing() == RecordKind.Writing.SERVER) {
            return Judgement.refused(ReturnReason.COMMAND_ONLY, kind.get().code());
        }
        RecordRow existing = workspace.record(operation.recordId());
        if (existing == null) {
            return operation.action() == Action.CREATE
                    ? create(operation, kind.get())
                    : Judgement.missing(around, operation);
        }
        if (!operation.dossierId().equals(existing.dossier())
                || !existing.kind().equals(kind.get().code())) {
            return Judgement.refused(ReturnReason.UNKNOWN_RECORD, "the record is of another dossier or kind");
        }
        if (operation.action() == Action.CREATE && isTheSameInsert(operation, existing)) {
            return Judgement.effect(Outcome.Verdict.APPLIED, existing);
        }
        return kind.get().writing() == RecordKind.Writing.JOURNAL
                ? again(operation, existing)
                : write(operation, kind.get(), existing);
    }

    private Judgement open(Operation operation) {
        RecordRow existing = workspace.record(operation.recordId());
        if (existing != null) {
            return openedBefore(operation, existing)
                    ? Judgement.effect(Outcome.Verdict.APPLIED, existing)
                    : Judgement.refused(ReturnReason.COMMAND_ONLY, "there is such a dossier");
        }
        Judgement judgement = openNow(operation);
        if (judgement instanceof Judgement.Refused) {
            around.returnedCreations().add(operation.recordId()); // what follows was written for it
        } else {
            new Openings(workspace, around).complete(operation.dossierId());
        }
        return judgement;
    }

    private Judgement openNow(Operation operation) {
        if (!around.openings().contains(operation.dossierId())) {
            return Judgement.refused(ReturnReason.NOT_ALLOWED, "no right, or no room, to open a dossier");
        }
        if (!Moments.isPlausible(operation.occurredAt()) || operation.audience() == Audience.RESTRICTED) {
            return Judgement.refused(ReturnReason.INVALID, "occurred_at, or a restricted dossier");
        }
        Groups groups = Openings.received(Merging.written(Groups.NONE, operation), around);
        return insert(operation, RecordKind.DOSSIER, Audience.SERVICE, groups);
    }

    /**
     * By a copy of the phone, under the stream that this one follows, or as a dossier that was merged into this one
     * since.
     */
    private boolean openedBefore(Operation operation, RecordRow existing) {
        Groups said = Merging.written(Groups.NONE, operation);
        boolean byItsAuthor = around.author().equals(existing.author()) && Openings.isTheSame(said, existing.groups());
        return byItsAuthor
                || around.ends().contains(operation.dossierId())
                || around.lineage().inserted(operation.recordId(), said);
    }

    private Judgement create(Operation operation, RecordKind kind) {
        if (kind == RecordKind.DOSSIER) {
            return Judgement.refused(ReturnReason.COMMAND_ONLY, "a dossier's record has its dossier's id");
        }
        Audience audience = operation.audience() == null ? Audience.SERVICE : operation.audience();
        if (!around.allows(operation, Act.RECORD, Subject.record(kind, audience), false)) {
            return Judgement.refused(ReturnReason.NOT_ALLOWED, "no right to record there");
        }
        return insert(operation, kind, audience, Merging.written(Groups.NONE, operation));
    }

    private Judgement insert(Operation operation, RecordKind kind, Audience audience, Groups groups) {
        List<Violation> violations = RecordRules.check(kind, groups);
        if (!violations.isEmpty()) {
            return invalid(violations);
        }
        RecordRow row = workspace.put(new RecordRow(
                operation.recordId(),
                kind.code(),
                operation.dossierId(),
                BucketId.of(operation.dossierId(), audience, around.author()),
                0,
                1,
                around.author(),
                around.author(),
                workspace.at(),
                operation.occurredAt(),
                false,
                kind.writing() == RecordKind.Writing.MERGED
                        ? Merging.firstStamps(operation, around.author(), workspace.at())
                        : Map.of(),
                operation.dossierId().value(),
                groups));
        new Family(workspace, operation, around).wrote(row, null);
        return Judgement.effect(Outcome.Verdict.APPLIED, row);
    }

    /**
     * Whether the author inserted the very same before: from a copy of the phone, or under the stream that this one
     * follows. It took effect then, whatever became of the record since.
     */
    private boolean isTheSameInsert(Operation operation, RecordRow existing) {
        boolean stands = !existing.deleted()
                && around.author().equals(existing.author())
                && inserts(operation, existing.groups());
        return stands || around.lineage().inserted(operation.recordId(), Merging.written(Groups.NONE, operation));
    }

    /**
     * An entry of the journal is inserted once: the same one again changes nothing, another one of its id is returned.
     * Groups that the server added since, such as the handling of a note, make no other one of it.
     */
    private static Judgement again(Operation operation, RecordRow existing) {
        return operation.action() == Action.CREATE && inserts(operation, existing.groups())
                ? Judgement.effect(Outcome.Verdict.APPLIED, existing)
                : Judgement.refused(ReturnReason.INVALID, "an entry of the journal is never changed");
    }

    private static boolean inserts(Operation operation, Groups contents) {
        return Merging.written(Groups.NONE, operation).byName().entrySet().stream()
                .allMatch(group -> Groups.sameValue(contents.get(group.getKey()), group.getValue()));
    }

    private Judgement write(Operation operation, RecordKind kind, RecordRow existing) {
        Subject subject = Subject.record(kind, existing.audience());
        if (!around.allows(operation, Act.CHANGE, subject, around.author().equals(existing.author()))) {
            return Judgement.refused(ReturnReason.NOT_ALLOWED, "no right to change it");
        }
        if (operation.action() == Action.DELETE && !RecordRules.isDeletable(kind)) {
            return kind == RecordKind.DOSSIER
                    ? Judgement.refused(ReturnReason.COMMAND_ONLY, "a dossier is closed by the service")
                    : Judgement.refused(ReturnReason.INVALID, "a document stays as long as its dossier");
        }
        List<Violation> again = writtenAgain(operation, kind, existing);
        if (!again.isEmpty()) {
            return invalid(again);
        }
        return new Merging(workspace, around, operation, kind, existing).merge();
    }

    /** M15: the groups that are written once, and that it would write otherwise. */
    private static List<Violation> writtenAgain(Operation operation, RecordKind kind, RecordRow existing) {
        return operation.groups().entrySet().stream()
                .filter(change -> RecordRules.isWrittenOnce(kind, change.getKey()))
                .filter(change -> !Groups.sameValue(
                        existing.groups().get(change.getKey()),
                        change.getValue().value()))
                .map(change -> new Violation(change.getKey(), "", Violation.Code.WRITTEN_ONCE))
                .toList();
    }

    private Judgement settle(Operation operation, RecordKind kind) {
        RecordRow conflict = workspace.record(operation.recordId());
        if (kind != RecordKind.CONFLICT) {
            return Judgement.refused(ReturnReason.INVALID, "only a conflict is settled");
        }
        if (conflict == null
                || !conflict.kind().equals(kind.code())
                || !operation.dossierId().equals(conflict.dossier())) {
            return Judgement.refused(ReturnReason.UNKNOWN_RECORD, "no such conflict");
        }
        return new Settling(workspace, operation, around.author(), conflict)
                .settle((subject, ofOwn) -> around.allows(operation, Act.SETTLE_CONFLICT, subject, ofOwn));
    }

    static Judgement invalid(List<Violation> violations) {
        List<String> where = violations.stream()
                .map(violation -> violation.group() + "." + violation.field() + " " + violation.code())
                .toList();
        return Judgement.refused(ReturnReason.INVALID, String.join(", ", where));
    }
}
