package org.tournee.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.tournee.dossier.DossierId;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.sync.Wire;

/** Dossiers that become one, that are two again, that are erased; and where what is sent for them goes. Rules: R-DUP, R-GDPR. */
final class DossierMoves {

    private final Map<RecordId, Past> records;
    private final Map<UUID, UUID> redirects = new HashMap<>();
    /** What was moved, by the dossier that was merged into another. */
    private final Map<DossierId, Set<RecordId>> merges = new LinkedHashMap<>();

    private final Set<DossierId> erased = new HashSet<>();

    /** @param records all there are, by their ids */
    DossierMoves(Map<RecordId, Past> records) {
        this.records = records;
    }

    /** A dossier became one with another: all of it goes there, and what is sent for it goes there too. Rule: R-DUP. */
    void merged(DossierId kept, DossierId merged, Map<RecordId, RecordId> samePersons) {
        Set<RecordId> moved = new HashSet<>();
        for (Past past : records.values()) {
            if (merged.equals(past.dossier)) {
                moved.add(past.id);
                past.rev++;
                if (past.id.value().equals(merged.value())) {
                    past.deleted = true;
                } else {
                    past.dossier = kept;
                }
            }
        }
        samePersons.forEach((one, other) -> {
            records.get(one).put(Person.Merged.GROUP, Wire.json(new Person.Merged(new PersonId(other.value()))));
            redirects.put(one.value(), other.value());
        });
        redirects.put(merged.value(), kept.value());
        merges.put(merged, moved);
    }

    /** They are two again: what was moved, and what was made for it since, goes back. */
    void separated(DossierId merged) {
        UUID kept = redirects.remove(merged.value());
        Set<RecordId> moved = merges.remove(merged);
        for (Past past : records.values()) {
            boolean madeSince = past.madeFor != null
                    && past.dossier != null
                    && past.dossier.value().equals(kept)
                    && end(past.madeFor.value()).equals(merged.value());
            if (moved.contains(past.id) || madeSince) {
                past.rev++;
                past.dossier = merged;
                past.values.remove(Person.Merged.GROUP);
                past.deleted &= !past.id.value().equals(merged.value());
                redirects.remove(past.id.value());
            }
        }
    }

    /**
     * Nothing is left of a dossier, nor of what was merged into it, but that it was there. Rule: R-GDPR.
     *
     * @param gone told each record
     * @return the dossiers that are erased by it
     */
    Set<DossierId> erased(DossierId dossier, Consumer<RecordId> gone) {
        Set<UUID> all = new HashSet<>(Set.of(dossier.value()));
        merges.keySet().stream()
                .map(DossierId::value)
                .filter(merged -> end(merged).equals(dossier.value()))
                .forEach(all::add);
        for (Past past : records.values()) {
            if (past.dossier != null && all.contains(past.dossier.value())) {
                past.erase();
                redirects.remove(past.id.value());
                gone.accept(past.id);
            }
        }
        Set<DossierId> now = new HashSet<>();
        for (UUID each : all) {
            now.add(new DossierId(each));
            merges.remove(new DossierId(each));
            redirects.remove(each);
        }
        erased.addAll(now);
        return now;
    }

    /** The dossiers that were erased. */
    Set<DossierId> erased() {
        return erased;
    }

    /** Where a record went. */
    RecordId end(RecordId record) {
        return new RecordId(end(record.value()));
    }

    private UUID end(UUID id) {
        UUID next = redirects.get(id);
        return next == null ? id : end(next);
    }

    /** What it is on now; a revision of a record that was merged into another says nothing there (M4). */
    Operation aimed(Operation operation) {
        RecordId record = end(operation.recordId());
        return new Operation(
                operation.streamId(),
                operation.opSeq(),
                operation.prevHash(),
                operation.txId(),
                operation.txIndex(),
                operation.txCount(),
                operation.action(),
                operation.kind(),
                record,
                new DossierId(end(operation.dossierId().value())),
                operation.audience(),
                operation.schema(),
                operation.epoch(),
                operation.grantEpoch(),
                record.equals(operation.recordId()) ? operation.baseRev() : Long.MAX_VALUE,
                operation.groups(),
                operation.occurredAt(),
                operation.salt());
    }
}
