package org.tournee.server.conflict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.server.store.GroupStamp;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.Workspace;
import org.tournee.sync.Conflict;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.StreamId;

/**
 * Keeps the open conflicts of records while an operation is taken in: at most one a field group, in the bucket of its
 * subject, with every value that anybody wrote. Rule: R-REC.
 */
public final class ConflictBook {

    /** The group of a conflict about a record as a whole: somebody deleted it, somebody else wrote to it. */
    public static final String WHOLE_RECORD = Conflict.Subject.WHOLE_RECORD;

    /** Stands for the server in a variant that no stream wrote. */
    private static final StreamId SERVER = new StreamId(new UUID(0, 0));

    private final Workspace workspace;
    private final Operation operation;
    private final WorkerId author;

    /** @param author whose operation it is */
    public ConflictBook(Workspace workspace, Operation operation, WorkerId author) {
        this.workspace = workspace;
        this.operation = operation;
        this.author = author;
    }

    /**
     * Adds what the operation wrote beside what is current; an earlier value of the same stream gives way.
     *
     * @param current the value that stands, null for none
     * @return the conflict's record
     */
    public RecordRow add(RecordRow subject, String group, @Nullable String current, GroupChange change) {
        RecordRow open = openOn(subject, group);
        List<Conflict.Variant> variants = new ArrayList<>();
        String base = change.base();
        if (open == null) {
            variants.add(standing(subject, group, current));
        } else {
            Conflict.Variants known = open.groups().as(Conflict.class).variants();
            variants.addAll(known.all());
            base = known.base();
            Conflict.Variant first = variants.get(0);
            variants.removeIf(variant -> !variant.equals(first) && isMine(variant));
        }
        variants.add(mine(operation.streamId() + ":" + operation.opSeq(), change.value()));
        return write(subject, group, open, new Conflict.Variants(base, variants));
    }

    /** The operation wrote the value that is current now: it is shown first, and the others stay beside it. */
    public void moveOn(RecordRow subject, String group, @Nullable String value) {
        RecordRow open = openOn(subject, group);
        if (open != null) {
            Conflict.Variants known = open.groups().as(Conflict.class).variants();
            List<Conflict.Variant> variants = new ArrayList<>(known.all());
            variants.removeIf(this::isMine);
            variants.add(0, mine("r" + subject.rev(), value));
            writeOrClose(subject, group, open, new Conflict.Variants(known.base(), variants));
        }
    }

    /** The operation says what is current already: an earlier, other value of its stream gives way. */
    public void agree(RecordRow subject, String group) {
        RecordRow open = openOn(subject, group);
        if (open != null) {
            Conflict.Variants known = open.groups().as(Conflict.class).variants();
            Conflict.Variant first = known.all().get(0);
            List<Conflict.Variant> variants = known.all().stream()
                    .filter(variant -> variant.equals(first) || !isMine(variant))
                    .toList();
            if (variants.size() < known.all().size()) {
                writeOrClose(subject, group, open, new Conflict.Variants(known.base(), variants));
            }
        }
    }

    /** Whether anything of the record is in conflict. */
    public boolean anyOn(RecordRow subject) {
        return workspace.conflictOn(new Workspace.Field(subject.id(), WHOLE_RECORD)) != null
                || subject.groups().byName().keySet().stream()
                        .anyMatch(group -> workspace.conflictOn(new Workspace.Field(subject.id(), group)) != null);
    }

    private void writeOrClose(RecordRow subject, String group, RecordRow open, Conflict.Variants variants) {
        if (variants.all().size() > 1) {
            write(subject, group, open, variants);
        } else {
            close(workspace, open, variants, author, operation.occurredAt());
        }
    }

    private RecordRow write(RecordRow subject, String group, @Nullable RecordRow open, Conflict.Variants variants) {
        Conflict conflict = new Conflict(
                new Conflict.Subject(subject.id(), subject.kind(), group),
                variants,
                new Conflict.State(true, null, null));
        RecordRow row = workspace.put(open == null ? fresh(subject, conflict) : revised(open, conflict));
        workspace.openConflict(new Workspace.Field(subject.id(), group), row);
        return row;
    }

    private RecordRow fresh(RecordRow subject, Conflict conflict) {
        return new RecordRow(
                workspace.newId(),
                RecordKind.CONFLICT.code(),
                subject.dossier(),
                subject.bucket(),
                0,
                1,
                null,
                author,
                workspace.at(),
                operation.occurredAt(),
                false,
                Map.of(),
                subject.keyOwner(),
                Groups.of(conflict));
    }

    private RecordRow revised(RecordRow open, Conflict conflict) {
        return open.revised(author, workspace.at(), operation.occurredAt(), false, open.stamps(), Groups.of(conflict));
    }

    /** Writes that a conflict is settled, with every value that it ever had. */
    static RecordRow close(
            Workspace workspace, RecordRow open, Conflict.Variants variants, WorkerId by, Instant occurredAt) {
        Conflict conflict = open.groups().as(Conflict.class);
        Conflict settled = new Conflict(conflict.subject(), variants, new Conflict.State(false, by, workspace.at()));
        RecordRow row =
                workspace.put(open.revised(by, workspace.at(), occurredAt, false, open.stamps(), Groups.of(settled)));
        workspace.closeConflict(new Workspace.Field(
                conflict.subject().recordId(), conflict.subject().group()));
        return row;
    }

    private @Nullable RecordRow openOn(RecordRow subject, String group) {
        RecordId id = workspace.conflictOn(new Workspace.Field(subject.id(), group));
        return id == null ? null : Objects.requireNonNull(workspace.record(id), "An open conflict has a record");
    }

    private Conflict.Variant mine(String id, @Nullable String value) {
        return new Conflict.Variant(id, operation.streamId(), author, value, operation.occurredAt(), workspace.at());
    }

    private boolean isMine(Conflict.Variant variant) {
        return variant.stream().equals(operation.streamId());
    }

    /** The value that stands, with what is known of who wrote it. */
    static Conflict.Variant standing(RecordRow subject, String group, @Nullable String current) {
        GroupStamp stamp = subject.stampOf(group);
        StreamId stream = stamp.writers().last();
        return new Conflict.Variant(
                "r"
                        + (stamp.writers().lastRev() == 0
                                ? subject.rev()
                                : stamp.writers().lastRev()),
                stream == null ? SERVER : stream,
                stamp.by() == null ? subject.author() : stamp.by(),
                current,
                stamp.occurredAt(),
                stamp.receivedAt() == null ? subject.changedAt() : stamp.receivedAt());
    }
}
