package org.tournee.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateEnd;
import org.tournee.mobile.store.SimulatedStore;
import org.tournee.mobile.store.SimulatedStore.Waiting;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.workflow.PreparedStep;

/** What is prepared is shown as prepared until the rows say what became of it, and never as done. Rule: R-OFF. */
final class PreparedInvariants {

    private static final String INVARIANT = "what is prepared is shown as prepared, never as done";

    private final Phone phone;
    private final Map<DossierId, Map<RecordId, Set<String>>> rows = new HashMap<>();

    /** @param buckets what the phone pulled */
    PreparedInvariants(Phone phone, Map<BucketId, SimulatedStore.Bucket> buckets) {
        this.phone = phone;
        buckets.forEach((id, bucket) -> id.dossier().ifPresent(dossier -> {
            Map<RecordId, Set<String>> pulled = rows.computeIfAbsent(dossier, held -> new HashMap<>());
            bucket.rows()
                    .forEach((record, row) -> pulled.computeIfAbsent(record, either -> new HashSet<>())
                            .add(row.groups()));
        }));
    }

    /** @param isOver whether the rows say what became of it */
    void check(Predicate<Waiting> isOver) {
        for (DossierContents dossier : phone.store().dossiers()) {
            Stream.concat(dossier.segmentChanges().stream(), dossier.stays().stream())
                    .forEach(entry -> isAsPulled(dossier.id(), entry));
            dossier.mandates().forEach(entry -> endsAsPulled(dossier.id(), entry));
        }
        List<Operation> asked = SimulatedStore.outbox(phone.disk()).stream()
                .filter(waiting -> !isOver.test(waiting))
                .map(Waiting::operation)
                .toList();
        asked.forEach(operation ->
                Violation.unless(isShown(operation, asked), INVARIANT, () -> phone + " hides " + operation));
    }

    private void isAsPulled(DossierId dossier, Entry<?> entry) {
        Set<String> pulled = pulled(dossier, entry.id());
        Violation.unless(
                pulled.contains(Groups.of(entry.value()).json()),
                INVARIANT,
                () -> phone + " shows " + entry.value() + " but pulled " + pulled);
    }

    /** One of which nothing was pulled there runs as it was noted here. */
    private void endsAsPulled(DossierId dossier, Entry<Mandate> entry) {
        Set<String> pulled = pulled(dossier, entry.id());
        Mandate.Term shown = entry.value().term();
        Violation.unless(
                pulled.isEmpty()
                        || pulled.stream()
                                .anyMatch(row -> shown.equals(
                                        Groups.parse(row).as(Mandate.class).term())),
                INVARIANT,
                () -> phone + " shows " + entry.value() + " but pulled " + pulled);
    }

    private Set<String> pulled(DossierId dossier, RecordId record) {
        return rows.getOrDefault(dossier, Map.of()).getOrDefault(record, Set.of());
    }

    /** Anything but a command is shown as its author wrote it: see {@link PhoneInvariants}. */
    private boolean isShown(Operation operation, List<Operation> asked) {
        Optional<PreparedStep> step = PreparedStep.of(operation);
        Optional<MandateEnd> end = MandateEnd.of(operation);
        return step.map(one -> phone.store().prepared(operation.dossierId()).contains(one))
                .or(() -> end.map(one -> lastEnd(operation.recordId(), asked)
                        .equals(phone.store()
                                .preparedEnds(operation.dossierId())
                                .get(operation.recordId()))))
                .orElse(true);
    }

    /** Of one mandate the last end that is asked for is shown: a service that was set back takes in more than one again. */
    private static MandateEnd lastEnd(RecordId mandate, List<Operation> asked) {
        return asked.stream()
                .filter(operation -> operation.recordId().equals(mandate))
                .flatMap(operation -> MandateEnd.of(operation).stream())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
