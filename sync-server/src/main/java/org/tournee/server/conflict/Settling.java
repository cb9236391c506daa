package org.tournee.server.conflict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Subject;
import org.tournee.organisation.WorkerId;
import org.tournee.server.store.GroupStamp;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.Workspace;
import org.tournee.server.sync.Judgement;
import org.tournee.sync.Conflict;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordKind;
import org.tournee.sync.RecordRules;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.Schema;
import org.tournee.sync.Settlement;
import org.tournee.sync.Wire;

/**
 * Settles a conflict: the value is written to the subject, and what the settler did not see stays open. Rules: R-REC,
 * R-SHARE.
 */
public final class Settling {

    /** The group in which an operation carries its {@link Settlement}. */
    public static final String SETTLEMENT = "settlement";

    private final Workspace workspace;
    private final Operation operation;
    private final WorkerId settler;
    private final RecordRow row;

    /** Whether the settler may settle that; {@code ofOwn} says that they made the record. */
    public interface Right {
        boolean isGiven(Subject subject, boolean ofOwn);
    }

    /** @param row the conflict's record */
    public Settling(Workspace workspace, Operation operation, WorkerId settler, RecordRow row) {
        this.workspace = workspace;
        this.operation = operation;
        this.settler = settler;
        this.row = row;
    }

    /** Settles it, if the settler may. */
    public Judgement settle(Right right) {
        Conflict conflict = row.groups().as(Conflict.class);
        RecordRow subject = workspace.record(conflict.subject().recordId());
        Optional<RecordKind> kind = RecordKind.ofCode(conflict.subject().kind());
        Settlement settlement = settlement();
        if (subject == null || kind.isEmpty() || settlement == null) {
            return Judgement.refused(ReturnReason.INVALID, "unreadable settlement");
        }
        if (!right.isGiven(about(conflict, kind.get(), subject), settler.equals(subject.author()))) {
            return Judgement.refused(ReturnReason.NOT_ALLOWED, "no right to settle it");
        }
        if (!conflict.state().open()) {
            return settleAgain(conflict, subject, settlement);
        }
        RecordRow settled = settled(conflict, subject, settlement);
        if (!settled.deleted()
                && !RecordRules.check(kind.get(), settled.groups()).isEmpty()) {
            return Judgement.refused(ReturnReason.INVALID, "the settled value breaks a rule");
        }
        return write(conflict, settlement, workspace.put(settled));
    }

    private Judgement write(Conflict conflict, Settlement settlement, RecordRow settled) {
        List<Conflict.Variant> unseen = conflict.variants().all().stream()
                .filter(variant -> !settlement.seen().contains(variant.id()))
                .toList();
        if (unseen.isEmpty()) {
            RecordRow closed = ConflictBook.close(workspace, row, conflict.variants(), settler, operation.occurredAt());
            return Judgement.effect(Verdict.APPLIED, closed);
        }
        return Judgement.effect(Verdict.CONFLICT, reopen(conflict, settled, settlement.value(), unseen));
    }

    /** Somebody settled it meanwhile. Who had not seen that and says otherwise opens it again. */
    private Judgement settleAgain(Conflict conflict, RecordRow subject, Settlement settlement) {
        if (Groups.sameValue(current(conflict, subject), settlement.value())) {
            return Judgement.effect(Verdict.APPLIED, row);
        }
        if (operation.baseRev() >= row.rev()) {
            return Judgement.refused(ReturnReason.INVALID, "the conflict is settled");
        }
        Conflict.Variant other = new Conflict.Variant(
                operation.streamId() + ":" + operation.opSeq(),
                operation.streamId(),
                settler,
                settlement.value(),
                operation.occurredAt(),
                workspace.at());
        return Judgement.effect(
                Verdict.CONFLICT, reopen(conflict, subject, current(conflict, subject), List.of(other)));
    }

    private RecordRow reopen(
            Conflict conflict, RecordRow subject, @Nullable String current, List<Conflict.Variant> others) {
        List<Conflict.Variant> variants = new ArrayList<>();
        variants.add(ConflictBook.standing(subject, conflict.subject().group(), current));
        variants.addAll(others);
        Conflict open = new Conflict(
                conflict.subject(),
                new Conflict.Variants(conflict.variants().base(), variants),
                new Conflict.State(true, null, null));
        RecordRow reopened = workspace.put(
                row.revised(settler, workspace.at(), operation.occurredAt(), false, row.stamps(), Groups.of(open)));
        workspace.openConflict(
                new Workspace.Field(subject.id(), conflict.subject().group()), reopened);
        return reopened;
    }

    private RecordRow settled(Conflict conflict, RecordRow subject, Settlement settlement) {
        String group = conflict.subject().group();
        boolean whole = ConflictBook.WHOLE_RECORD.equals(group);
        String value = settlement.value();
        Map<String, GroupChange> written = written(conflict, subject, value);
        Groups groups = whole && value != null ? Schema.lift(subject.kind(), Groups.parse(value)) : subject.groups();
        for (Map.Entry<String, GroupChange> change : written.entrySet()) {
            groups = groups.with(change.getKey(), change.getValue().value());
        }
        boolean gone = whole ? value == null : subject.deleted();
        Map<String, GroupStamp> stamps = new HashMap<>(subject.stamps());
        stamps.put(group, stamped(subject, group));
        written.keySet().forEach(each -> stamps.put(each, stamped(subject, each)));
        if (whole) {
            groups.byName().keySet().forEach(each -> stamps.put(each, stamped(subject, each)));
        }
        return subject.revised(settler, workspace.at(), operation.occurredAt(), gone, stamps, groups);
    }

    /** A variant of an older schema may say what is several groups today. */
    private static Map<String, GroupChange> written(Conflict conflict, RecordRow subject, @Nullable String value) {
        String group = conflict.subject().group();
        return ConflictBook.WHOLE_RECORD.equals(group)
                ? Map.of()
                : Schema.lift(subject.kind(), Map.of(group, new GroupChange(null, value)), subject.groups());
    }

    private GroupStamp stamped(RecordRow subject, String group) {
        return subject.nextStamp(group, operation, settler, workspace.at());
    }

    private static @Nullable String current(Conflict conflict, RecordRow subject) {
        if (ConflictBook.WHOLE_RECORD.equals(conflict.subject().group())) {
            return subject.deleted() ? null : subject.groups().json();
        }
        return subject.groups().get(conflict.subject().group());
    }

    private static Subject about(Conflict conflict, RecordKind kind, RecordRow subject) {
        return ConflictBook.WHOLE_RECORD.equals(conflict.subject().group())
                ? Subject.record(kind, subject.audience())
                : Subject.group(kind, conflict.subject().group(), subject.audience());
    }

    private @Nullable Settlement settlement() {
        GroupChange change = operation.groups().get(SETTLEMENT);
        String value = change == null ? null : change.value();
        try {
            return value == null ? null : Wire.read(Settlement.class, value);
        } catch (MalformedException e) {
            return null; // returned to its author, with its bytes
        }
    }
}
