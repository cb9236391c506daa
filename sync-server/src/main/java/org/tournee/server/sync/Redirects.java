package org.tournee.server.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.tournee.dossier.DossierId;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;

/**
 * Where operations go that were made on a dossier or a person who has been merged into another meanwhile. The log keeps
 * the original target, so that a merge can be undone. Rule: R-DUP.
 *
 * @param ends by the id that was merged, the one that goes on; acyclic, so that there is an end
 */
record Redirects(Map<UUID, UUID> ends) {

    Redirects {
        ends = Map.copyOf(ends);
    }

    /** Those that matter to these operations. */
    static Redirects of(SyncTransaction transaction, List<TxGroup> groups) {
        Set<UUID> targets = new HashSet<>();
        for (TxGroup group : groups) {
            for (Line line : group.lines()) {
                Operation operation = line.operation();
                if (operation != null) {
                    targets.add(operation.dossierId().value());
                    targets.add(operation.recordId().value());
                }
            }
        }
        return new Redirects(targets.isEmpty() ? Map.of() : transaction.redirects(targets));
    }

    /** The same transactions, aimed at what goes on. */
    List<TxGroup> aim(List<TxGroup> groups) {
        if (ends.isEmpty()) {
            return groups;
        }
        List<TxGroup> aimed = new ArrayList<>(groups.size());
        for (TxGroup group : groups) {
            aimed.add(new TxGroup(group.lines().stream().map(this::aim).toList(), group.whole()));
        }
        return aimed;
    }

    private Line aim(Line line) {
        Operation operation = line.operation();
        if (operation == null) {
            return line;
        }
        DossierId dossier = new DossierId(end(operation.dossierId().value()));
        RecordId record = new RecordId(end(operation.recordId().value()));
        boolean same = dossier.equals(operation.dossierId()) && record.equals(operation.recordId());
        return same ? line : line.as(operation.redirected(dossier, record));
    }

    /** The dossiers that go on. */
    Set<DossierId> aim(Set<DossierId> dossiers) {
        Set<DossierId> aimed = new HashSet<>();
        dossiers.forEach(dossier -> aimed.add(new DossierId(end(dossier.value()))));
        return aimed;
    }

    /** What goes on for others, as dossiers. */
    Set<DossierId> goingOn() {
        Set<DossierId> ids = new HashSet<>();
        ends.values().forEach(end -> ids.add(new DossierId(end)));
        return ids;
    }

    /** What is known by dossier, those merged added to those that go on. */
    Map<DossierId, Set<Long>> fold(Map<DossierId, Set<Long>> byDossier) {
        Map<DossierId, Set<Long>> folded = new HashMap<>();
        byDossier.forEach(
                (dossier, values) -> folded.computeIfAbsent(new DossierId(end(dossier.value())), end -> new HashSet<>())
                        .addAll(values));
        return folded;
    }

    private UUID end(UUID id) {
        return Objects.requireNonNull(ends.getOrDefault(id, id));
    }
}
