package org.tournee.server.sync;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Action;
import org.tournee.sync.BucketId;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;

/**
 * What commands need besides the records that they name: a record that changes its audience takes its conflicts along, into
 * a bucket that may not be there yet.
 */
record CommandScope(Set<RecordId> subjects, Set<RecordId> conflicts, Set<BucketId> buckets) {

    static CommandScope of(SyncTransaction transaction, List<Operation> operations) {
        List<Operation> commands = operations.stream()
                .filter(operation -> operation.action() == Action.COMMAND)
                .toList();
        Set<RecordId> subjects = commands.stream().map(Operation::recordId).collect(Collectors.toSet());
        Set<BucketId> buckets = new HashSet<>();
        Map<RecordId, WorkerId> authors = subjects.isEmpty() ? Map.of() : transaction.authors(subjects);
        for (Operation command : commands) {
            WorkerId author = authors.get(command.recordId());
            if (author != null) {
                buckets.add(BucketId.service(command.dossierId()));
                buckets.add(BucketId.restricted(command.dossierId(), author));
            }
        }
        return new CommandScope(subjects, conflicts(transaction, subjects), buckets);
    }

    /** Whether a conflict arose before the buckets were locked, and would be left behind. */
    boolean isLeftBehind(SyncTransaction transaction) {
        return !conflicts.containsAll(conflicts(transaction, subjects));
    }

    private static Set<RecordId> conflicts(SyncTransaction transaction, Set<RecordId> subjects) {
        return subjects.isEmpty() ? Set.of() : transaction.conflictsAbout(subjects);
    }
}
