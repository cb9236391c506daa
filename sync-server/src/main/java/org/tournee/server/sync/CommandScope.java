package org.tournee.server.sync;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Action;
import org.tournee.sync.BucketId;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.workflow.PreparedStep;

/**
 * What commands need besides the records that they name. A record that changes its audience takes its conflicts along, into
 * a bucket that may not be there yet; a step on a segment needs all of the dossier's course.
 *
 * @param stepped the dossiers on whose segment a step is asked for
 */
record CommandScope(
        Set<RecordId> subjects,
        Set<RecordId> conflicts,
        Set<DossierId> stepped,
        Set<RecordId> courses,
        Set<BucketId> buckets) {

    /** @param known those of the operations' dossiers that exist */
    static CommandScope of(SyncTransaction transaction, List<Operation> operations, Set<DossierId> known) {
        List<Operation> commands = commands(operations, false);
        Set<DossierId> stepped = commands(operations, true).stream()
                .map(Operation::dossierId)
                .filter(known::contains)
                .collect(Collectors.toSet());
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
        stepped.forEach(dossier -> buckets.add(BucketId.service(dossier)));
        return new CommandScope(
                subjects, conflicts(transaction, subjects), stepped, courses(transaction, stepped), buckets);
    }

    /** All records that are to be read under the locks. */
    Set<RecordId> records() {
        Set<RecordId> records = new HashSet<>(conflicts);
        records.addAll(courses);
        return records;
    }

    /** Whether something arose before the buckets were locked, and would be left behind. */
    boolean isLeftBehind(SyncTransaction transaction) {
        return !conflicts.containsAll(conflicts(transaction, subjects))
                || !courses.containsAll(courses(transaction, stepped));
    }

    private static List<Operation> commands(List<Operation> operations, boolean steps) {
        return operations.stream()
                .filter(operation -> operation.action() == Action.COMMAND)
                .filter(operation -> operation.kind().equals(PreparedStep.KIND.code()) == steps)
                .toList();
    }

    private static Set<RecordId> courses(SyncTransaction transaction, Set<DossierId> dossiers) {
        return dossiers.isEmpty() ? Set.of() : transaction.courses(dossiers);
    }

    private static Set<RecordId> conflicts(SyncTransaction transaction, Set<RecordId> subjects) {
        return subjects.isEmpty() ? Set.of() : transaction.conflictsAbout(subjects);
    }
}
