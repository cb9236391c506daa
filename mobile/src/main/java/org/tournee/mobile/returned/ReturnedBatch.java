package org.tournee.mobile.returned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.sync.Action;
import org.tournee.sync.DossierOpening;
import org.tournee.sync.RecordId;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;

/**
 * Changes that came back and go together: saved together, or on a record whose creation came back. Rule: R-REC.
 *
 * @param changes at least one, in the order in which they were saved
 */
public record ReturnedBatch(List<Entry<ReturnedChange>> changes) {

    private static final Comparator<Entry<ReturnedChange>> AS_SAVED =
            Comparator.<Entry<ReturnedChange>, String>comparing(
                            entry -> entry.value().origin().stream().toString())
                    .thenComparingLong(entry -> entry.value().origin().opSeq());

    public ReturnedBatch {
        changes = List.copyOf(changes);
    }

    /** Puts together what goes together; the batch that was saved last comes first. */
    static List<ReturnedBatch> of(List<Entry<ReturnedChange>> all) {
        List<List<Entry<ReturnedChange>>> batches = new ArrayList<>();
        all.stream()
                .sorted(AS_SAVED)
                .forEach(entry -> batches.stream()
                        .filter(batch -> belongs(entry, batch))
                        .findFirst()
                        .ifPresentOrElse(
                                batch -> batch.add(entry), () -> batches.add(new ArrayList<>(List.of(entry)))));
        List<ReturnedBatch> latestFirst = new ArrayList<>();
        batches.forEach(batch -> latestFirst.add(0, new ReturnedBatch(batch)));
        return latestFirst;
    }

    private static boolean belongs(Entry<ReturnedChange> entry, List<Entry<ReturnedChange>> batch) {
        ReturnedChange.Origin origin = entry.value().origin();
        ReturnedChange.Origin last = batch.get(batch.size() - 1).value().origin();
        return savedTogether(last, origin)
                || batch.stream().anyMatch(before -> sameRecord(before.value().origin(), origin));
    }

    /** Operations of one transaction follow one another and name the same moment. */
    private static boolean savedTogether(ReturnedChange.Origin before, ReturnedChange.Origin origin) {
        return before.stream().equals(origin.stream())
                && before.opSeq() + 1 == origin.opSeq()
                && before.occurredAt() != null
                && before.occurredAt().equals(origin.occurredAt())
                && Objects.equals(before.dossierId(), origin.dossierId());
    }

    private static boolean sameRecord(ReturnedChange.Origin before, ReturnedChange.Origin origin) {
        return before.recordId() != null
                && before.recordId().equals(origin.recordId())
                && Objects.equals(before.dossierId(), origin.dossierId());
    }

    /** The change that has a reason of its own; the others came back with it. */
    ReturnedChange cause() {
        return changes.stream()
                .map(Entry::value)
                .filter(change -> change.refusal().reason() != ReturnReason.TOGETHER_WITH
                        && change.refusal().reason() != ReturnReason.DEPENDS_ON)
                .findFirst()
                .orElseGet(() -> changes.get(0).value());
    }

    List<ReturnedChange.Origin> origins() {
        return changes.stream().map(entry -> entry.value().origin()).toList();
    }

    Optional<DossierId> dossier() {
        return Optional.ofNullable(cause().origin().dossierId());
    }

    /** Whether it opens a dossier. Rule: R-REQ. */
    boolean opens() {
        return origins().stream().anyMatch(ReturnedBatch::opens);
    }

    private static boolean opens(ReturnedChange.Origin origin) {
        DossierId dossier = origin.dossierId();
        return origin.action() == Action.CREATE
                && dossier != null
                && DossierOpening.recordOf(dossier).equals(origin.recordId());
    }

    List<RecordId> ids() {
        return changes.stream().map(Entry::id).toList();
    }
}
