package org.tournee.server.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tournee.dossier.DossierId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.store.StreamRow;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;

/**
 * Transactions that came for a dossier after it was erased: they keep their place in the stream, and nothing else of them
 * is kept. Rule: R-GDPR.
 *
 * @param outcomes of their operations, by number
 * @param living the other transactions
 */
record ErasedGroups(Map<Long, Outcome> outcomes, List<TxGroup> living) {

    /** @param existing those of the operations' dossiers that have a key */
    static ErasedGroups of(SyncTransaction transaction, List<TxGroup> groups, Set<DossierId> existing) {
        Set<DossierId> missing = new HashSet<>();
        groups.forEach(group -> missing.addAll(dossiers(group)));
        missing.removeAll(existing);
        Set<DossierId> erased = missing.isEmpty() ? Set.of() : transaction.erased(missing);
        Map<Long, Outcome> outcomes = new TreeMap<>();
        List<TxGroup> living = new ArrayList<>();
        for (TxGroup group : groups) {
            Set<DossierId> dossiers = dossiers(group);
            if (!dossiers.isEmpty() && erased.containsAll(dossiers)) {
                group.lines().forEach(line -> outcomes.put(line.opSeq(), outcome(line)));
            } else {
                living.add(group);
            }
        }
        return new ErasedGroups(outcomes, living);
    }

    private static Set<DossierId> dossiers(TxGroup group) {
        Set<DossierId> dossiers = new HashSet<>();
        for (Line line : group.lines()) {
            Operation operation = line.operation();
            if (operation != null) {
                dossiers.add(operation.dossierId());
            }
        }
        return dossiers;
    }

    private static Outcome outcome(Line line) {
        return new Outcome(line.opSeq(), Outcome.Verdict.ERASED, null, null, 0);
    }

    /** That they came, in the organisation's chain. */
    void audit(SyncTransaction transaction, StreamRow stream, Instant at) {
        if (!outcomes.isEmpty()) {
            transaction.audit(List.of(new AuditEntry(
                    at,
                    stream.worker(),
                    stream.id(),
                    AuditEntry.Act.WRITE,
                    null,
                    null,
                    "ops after an erasure " + outcomes.size())));
        }
    }
}
