package org.tournee.mobile.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.Conflict;
import org.tournee.sync.FeedRow;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.sync.Schema;
import org.tournee.sync.Settlement;
import org.tournee.sync.Wire;

/**
 * Lays the worker's own waiting operations over the server's state of one dossier. The operations stay untouched; what
 * is seen is computed. Source: docs/sync.md, overlay.
 */
final class Overlay {

    static final String SETTLEMENT = "settlement";
    private static final String STATE = "state";

    private final WorkerId worker;
    private final Map<RecordId, StoredRecord> records = new LinkedHashMap<>();

    Overlay(WorkerId worker) {
        this.worker = worker;
    }

    /** What is seen of a dossier. */
    static List<StoredRecord> of(WorkerId worker, Collection<HeldRow> rows, Collection<HeldOperation> operations) {
        Overlay overlay = new Overlay(worker);
        rows.forEach(overlay::server);
        operations.stream().filter(HeldOperation::overlay).forEach(overlay::lay);
        return new ArrayList<>(overlay.records.values());
    }

    private void server(HeldRow held) {
        FeedRow row = held.read();
        Audience audience = row.bucket().isRestricted() ? Audience.RESTRICTED : Audience.SERVICE;
        records.put(
                row.id(),
                new StoredRecord(
                        row.id(),
                        row.kind(),
                        audience,
                        row.position(),
                        row.rev(),
                        row.author(),
                        row.changedBy(),
                        row.changedAt(),
                        row.occurredAt(),
                        false,
                        Schema.lift(row.kind(), Groups.received(row.groups()))));
    }

    private void lay(HeldOperation held) {
        Operation operation = held.operation();
        boolean pending = !held.isAcknowledged();
        if (operation.action() == Action.CREATE) {
            create(operation, pending);
        } else if (operation.action() == Action.CHANGE) {
            write(
                    operation.recordId(),
                    record -> Schema.lift(operation, record.groups()).groups(),
                    pending);
        } else if (operation.action() == Action.DELETE) {
            records.remove(operation.recordId());
        } else if (operation.action() == Action.COMMAND) {
            write(operation.recordId(), record -> Map.of(), pending); // asked for, and never shown as done
        } else {
            settle(operation, pending);
        }
    }

    private void create(Operation operation, boolean pending) {
        StoredRecord arrived = records.get(operation.recordId());
        if (arrived != null) {
            // Pulled before its answer was heard: what the server has is newer than what was made here.
            records.put(operation.recordId(), with(arrived, arrived.groups(), pending));
            return;
        }
        Audience audience = operation.audience() == null ? Audience.SERVICE : operation.audience();
        records.put(
                operation.recordId(),
                new StoredRecord(
                        operation.recordId(),
                        operation.kind(),
                        audience,
                        Long.MAX_VALUE,
                        0,
                        worker,
                        worker,
                        null,
                        operation.occurredAt(),
                        pending,
                        written(Groups.NONE, Schema.lift(operation, Groups.NONE).groups())));
    }

    private void write(RecordId id, Function<StoredRecord, Map<String, GroupChange>> changes, boolean pending) {
        StoredRecord record = records.get(id);
        if (record != null) {
            StoredRecord changed = with(record, written(record.groups(), changes.apply(record)), pending);
            records.put(id, changed);
        }
    }

    /** Shows the conflict settled and the value that was chosen. */
    private void settle(Operation operation, boolean pending) {
        StoredRecord conflict = records.get(operation.recordId());
        GroupChange change = operation.groups().get(SETTLEMENT);
        if (conflict == null || change == null || change.value() == null) {
            return;
        }
        String state = Wire.json(new Conflict.State(false, worker, operation.occurredAt()));
        records.put(conflict.id(), with(conflict, conflict.groups().with(STATE, state), pending));
        Settlement settlement = Wire.read(Settlement.class, change.value());
        subject(conflict)
                .forEach(subject -> write(
                        subject.recordId(),
                        record -> Schema.lift(
                                record.kind(),
                                Map.of(subject.group(), new GroupChange(null, settlement.value())),
                                record.groups()),
                        pending));
    }

    private List<Conflict.Subject> subject(StoredRecord conflict) {
        try {
            return List.of(conflict.as(Conflict.class).value().subject());
        } catch (MalformedException e) {
            return List.of(); // of a newer version: kept, counted as unreadable, not shown
        }
    }

    private static Groups written(Groups before, Map<String, GroupChange> changes) {
        Groups groups = before;
        for (Map.Entry<String, GroupChange> change : changes.entrySet()) {
            groups = groups.with(change.getKey(), change.getValue().value());
        }
        return groups;
    }

    private StoredRecord with(StoredRecord record, Groups groups, boolean pending) {
        @Nullable WorkerId writer = pending ? worker : record.changedBy();
        return new StoredRecord(
                record.id(),
                record.kind(),
                record.audience(),
                record.position(),
                record.rev(),
                record.author(),
                writer,
                pending ? null : record.changedAt(),
                record.occurredAt(),
                pending || record.pending(),
                groups);
    }
}
