package org.tournee.server.sync;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tournee.server.store.Workspace;
import org.tournee.sync.Action;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.sync.Schema;
import org.tournee.sync.StreamId;

/**
 * The streams that grew out of one file which was cloned or rolled back, as far as an operation of one of them must know
 * them. Most streams have no family.
 *
 * @param streams all of them, that of the operation included; none for a stream that follows none and has no successor
 * @param inserts what they inserted under the ids that are inserted now, as it was then
 */
record Lineage(Set<StreamId> streams, Map<RecordId, List<Groups>> inserts) {

    static final Lineage NONE = new Lineage(Set.of(), Map.of());

    /** Asks only where an operation is about a record that there is already. */
    static Lineage of(SyncTransaction transaction, StreamId stream, Workspace workspace, List<Operation> operations) {
        boolean onKnown = operations.stream().anyMatch(operation -> workspace.record(operation.recordId()) != null);
        Set<StreamId> streams = onKnown ? transaction.family(stream) : Set.of();
        if (streams.isEmpty()) {
            return NONE;
        }
        Set<RecordId> again = operations.stream()
                .filter(operation -> operation.action() == Action.CREATE)
                .map(Operation::recordId)
                .filter(id -> workspace.record(id) != null)
                .collect(Collectors.toSet());
        List<Operation> inserts = again.isEmpty() ? List.of() : transaction.inserts(streams, again);
        return new Lineage(
                streams,
                inserts.stream()
                        .collect(Collectors.groupingBy(
                                Operation::recordId,
                                Collectors.mapping(
                                        insert -> Schema.lift(insert.kind(), Merging.written(Groups.NONE, insert)),
                                        Collectors.toList()))));
    }

    boolean contains(StreamId stream) {
        return streams.contains(stream);
    }

    /** Whether one of them inserted the same under that id. */
    boolean inserted(RecordId id, Groups contents) {
        return inserts.getOrDefault(id, List.of()).stream()
                .anyMatch(before -> contents.changesSince(before).isEmpty());
    }
}
