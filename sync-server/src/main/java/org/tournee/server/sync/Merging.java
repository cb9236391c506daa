package org.tournee.server.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.request.HandlingMerge;
import org.tournee.server.conflict.ConflictBook;
import org.tournee.server.store.GroupStamp;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.Workspace;
import org.tournee.sync.Action;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordKind;
import org.tournee.sync.RecordRules;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.StreamId;
import org.tournee.sync.ThreeWayMerge;
import org.tournee.sync.Violation;

/**
 * Brings one operation together with what others wrote to the same record meanwhile, group by group. The cases are
 * numbered in {@code docs/sync.md}. Rule: R-REC.
 */
final class Merging {

    private final Workspace workspace;
    private final Operation operation;
    private final RecordKind kind;
    private final RecordRow existing;
    private final WorkerId author;
    private final StreamId stream;
    private final boolean baseIsKnown;
    private final Lineage lineage;
    private final ConflictBook conflicts;
    private final Family family;

    Merging(Workspace workspace, Surroundings around, Operation operation, RecordKind kind, RecordRow existing) {
        this.workspace = workspace;
        this.operation = operation;
        this.kind = kind;
        this.existing = existing;
        this.author = around.author();
        this.stream = operation.streamId();
        this.baseIsKnown = operation.epoch().equals(around.epoch()) && (operation.baseRev() > 0 || wroteItself());
        this.lineage = around.lineage();
        this.conflicts = new ConflictBook(workspace, operation, author);
        this.family = new Family(workspace, operation, around);
    }

    /** The groups once the operation's changes are written to them. */
    static Groups written(Groups groups, Operation operation) {
        return groups.with(operation.groups());
    }

    /** Who wrote the groups of a record that the operation makes. */
    static Map<String, GroupStamp> firstStamps(Operation operation, WorkerId author, Instant receivedAt) {
        Map<String, GroupStamp> stamps = new HashMap<>();
        operation
                .groups()
                .keySet()
                .forEach(group -> stamps.put(
                        group,
                        GroupStamp.NONE.writtenBy(
                                operation.streamId(), 1, author, receivedAt, operation.occurredAt())));
        return stamps;
    }

    Judgement merge() {
        if (operation.action() == Action.DELETE) {
            return delete();
        }
        return existing.deleted() ? changeOfDeleted() : change();
    }

    private Judgement change() {
        HandlingMerge.Result steps = RequestSteps.on(existing, operation);
        return switch (steps) {
            case HandlingMerge.Refused refused ->
                Judgement.refused(ReturnReason.REFUSED_STEP, refused.reason().name());
            case HandlingMerge.Stands stands -> change(RequestSteps.standing(operation, stands), stands);
            case HandlingMerge.Differs differs -> change(operation.groups(), differs);
            case HandlingMerge.Corrected corrected -> change(operation.groups(), corrected);
        };
    }

    private Judgement change(Map<String, GroupChange> changes, HandlingMerge.Result steps) {
        Groups merged = existing.groups();
        Map<String, GroupStamp> stamps = new HashMap<>(existing.stamps());
        Map<String, GroupChange> clashing = new HashMap<>();
        Map<String, GroupChange> standing = new HashMap<>();
        for (Map.Entry<String, GroupChange> entry : changes.entrySet()) {
            String group = entry.getKey();
            GroupChange change = entry.getValue();
            switch (merge(group, change, steps)) {
                case APPLY -> {
                    standing.put(group, change);
                    merged = merged.with(group, change.value());
                    stamps.put(group, stamped(group));
                }
                case SAME -> conflicts.agree(existing, group);
                case CONFLICT -> clashing.put(group, change);
            }
        }
        List<Violation> violations = standing.isEmpty() ? List.of() : RecordRules.check(kind, merged);
        if (!violations.isEmpty()) {
            if (!othersWrote()) {
                return Judge.invalid(violations);
            }
            clashing.putAll(standing); // each side is sound alone, together they break a rule
            standing.clear();
        }
        return write(merged, stamps, standing, clashing);
    }

    private Judgement write(
            Groups merged,
            Map<String, GroupStamp> stamps,
            Map<String, GroupChange> standing,
            Map<String, GroupChange> clashing) {
        Verdict calm = othersWrote() ? Verdict.MERGED : Verdict.APPLIED;
        RecordRow row = existing;
        if (!standing.isEmpty()) {
            row = workspace.put(
                    existing.revised(author, workspace.at(), operation.occurredAt(), false, stamps, merged));
            for (Map.Entry<String, GroupChange> change : standing.entrySet()) {
                conflicts.moveOn(row, change.getKey(), change.getValue().value());
            }
            boolean sawCurrent = baseIsKnown && operation.baseRev() == existing.rev();
            family.wrote(row, sawCurrent ? existing : null);
        }
        RecordRow last = row;
        for (Map.Entry<String, GroupChange> change : clashing.entrySet()) {
            last = conflicts.add(row, change.getKey(), existing.groups().get(change.getKey()), change.getValue());
        }
        return Judgement.effect(clashing.isEmpty() ? calm : Verdict.CONFLICT, last);
    }

    private ThreeWayMerge.Result merge(String group, GroupChange change, HandlingMerge.Result steps) {
        return RequestSteps.isOfSteps(kind, group)
                ? RequestSteps.merged(steps, existing, change).orElseGet(() -> merge(group, change))
                : merge(group, change);
    }

    private ThreeWayMerge.Result merge(String group, GroupChange change) {
        ThreeWayMerge.Result result = ThreeWayMerge.merge(
                new ThreeWayMerge.Current(
                        existing.groups().get(group), existing.stampOf(group).writers(), existing.rev()),
                change,
                operation.baseRev(),
                stream,
                baseIsKnown);
        return result == ThreeWayMerge.Result.CONFLICT && isOnItsOwn(group, change)
                ? ThreeWayMerge.Result.APPLY
                : result;
    }

    /** M11: the phone wrote the group last, under the stream that this one follows, and goes on from what it wrote. */
    private boolean isOnItsOwn(String group, GroupChange change) {
        StreamId last = existing.stampOf(group).writers().last();
        return last != null
                && lineage.contains(last)
                && Groups.sameValue(existing.groups().get(group), change.base());
    }

    private GroupStamp stamped(String group) {
        return existing.nextStamp(group, operation, author, workspace.at());
    }

    /** A deletion stands only on what its author saw. */
    private Judgement delete() {
        if (existing.deleted()) {
            return Judgement.effect(Verdict.APPLIED, existing);
        }
        boolean sawAll = baseIsKnown && operation.baseRev() <= existing.rev() && !othersWrote();
        if (!sawAll || conflicts.anyOn(existing) || !family.sawChildren(existing)) {
            GroupChange gone = new GroupChange(null, null);
            RecordRow conflict = conflicts.add(
                    existing, ConflictBook.WHOLE_RECORD, existing.groups().json(), gone);
            return Judgement.effect(Verdict.CONFLICT, conflict);
        }
        Map<String, GroupStamp> stamps =
                existing.stampedBy(ConflictBook.WHOLE_RECORD, operation, author, workspace.at());
        RecordRow row = workspace.put(
                existing.revised(author, workspace.at(), operation.occurredAt(), true, stamps, existing.groups()));
        return Judgement.effect(Verdict.APPLIED, row);
    }

    /** Somebody took the record away, somebody else wrote to it: a human decides. */
    private Judgement changeOfDeleted() {
        if (operation.groups().isEmpty()) {
            return Judgement.refused(ReturnReason.INVALID, "nothing is changed");
        }
        String whole = written(existing.groups(), operation).json();
        RecordRow conflict = conflicts.add(existing, ConflictBook.WHOLE_RECORD, null, new GroupChange(null, whole));
        return Judgement.effect(Verdict.CONFLICT, conflict);
    }

    /** Whether another stream wrote any group after what the author saw. */
    private boolean othersWrote() {
        return existing.stamps().values().stream()
                .anyMatch(stamp -> stamp.writers().wroteAfter(operation.baseRev(), stream));
    }

    private boolean wroteItself() {
        return existing.stamps().values().stream()
                .anyMatch(stamp -> isMine(stamp.writers().last()));
    }

    private boolean isMine(@Nullable StreamId last) {
        return stream.equals(last);
    }
}
