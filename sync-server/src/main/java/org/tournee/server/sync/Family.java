package org.tournee.server.sync;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tournee.server.conflict.ConflictBook;
import org.tournee.server.store.GroupStamp;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.Workspace;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordParents;
import org.tournee.sync.SeenChildren;

/**
 * Deletions and the records that hang on what is deleted: neither goes unnoticed by the author of the other, in whatever
 * order they come (M10). Rule: R-REC.
 */
final class Family {

    private final Workspace workspace;
    private final Operation operation;
    private final Surroundings around;

    Family(Workspace workspace, Operation operation, Surroundings around) {
        this.workspace = workspace;
        this.operation = operation;
        this.around = around;
    }

    /** Whether the author of a deletion saw everything that others wrote to the record's children. */
    boolean sawChildren(RecordRow deleted) {
        SeenChildren seen = seen();
        return workspace.childrenOf(deleted.id()).stream()
                .allMatch(child -> child.deleted() || sawAll(child, seen.revOf(child.id())));
    }

    private SeenChildren seen() {
        try {
            return SeenChildren.of(operation);
        } catch (MalformedException e) {
            return SeenChildren.NONE; // it says nothing that can be trusted: a human decides
        }
    }

    private boolean sawAll(RecordRow child, long rev) {
        Map<String, GroupStamp> stamps = child.stamps();
        return child.rev() <= rev
                || (!stamps.isEmpty()
                        && stamps.values().stream()
                                .noneMatch(stamp -> stamp.writers().wroteAfter(rev, operation.streamId())));
    }

    /**
     * A child was written: where somebody else deleted what it hangs on, and its author had not seen that, a human decides
     * whether the parent stays.
     *
     * @param written the child as it stands now
     * @param seen the child as its author had pulled it, where that was its last revision; null where it was not
     */
    void wrote(RecordRow written, @Nullable RecordRow seen) {
        for (RecordId id : RecordParents.of(written.kind(), written.groups())) {
            RecordRow parent = workspace.record(id);
            if (parent != null && isUnseenDeletion(parent, seen)) {
                Groups groups = parent.groups();
                new ConflictBook(workspace, operation, around.author())
                        .add(parent, ConflictBook.WHOLE_RECORD, null, new GroupChange(null, groups.json()));
            }
        }
    }

    private boolean isUnseenDeletion(RecordRow parent, @Nullable RecordRow seen) {
        boolean mine = operation
                .streamId()
                .equals(parent.stampOf(ConflictBook.WHOLE_RECORD).writers().last());
        boolean asked = workspace.conflictOn(new Workspace.Field(parent.id(), ConflictBook.WHOLE_RECORD)) != null;
        boolean kept = !parent.groups().byName().isEmpty();
        return parent.deleted() && kept && !mine && !asked && !cameBefore(parent, seen);
    }

    /** Whoever pulled a row has those before it: in its own bucket, for the positions of another say nothing of it. */
    private static boolean cameBefore(RecordRow parent, @Nullable RecordRow seen) {
        return seen != null && seen.bucket().equals(parent.bucket()) && seen.position() > parent.position();
    }

    /** The records that operations may touch besides their own. */
    static List<RecordId> parentsIn(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation ->
                        RecordParents.of(operation.kind(), Merging.written(Groups.NONE, operation)).stream())
                .toList();
    }
}
