package org.tournee.mobile.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.StoredRecord;
import org.tournee.dossier.TypedRecords;
import org.tournee.organisation.WorkerId;
import org.tournee.reception.RegisterContents;
import org.tournee.sync.RecordKind;

/** One dossier, or one register, as it is seen, typed when somebody first looks; never changed, replaced by another. */
final class Contents {

    private final DossierId id;
    private final WorkerId worker;
    private final Collection<HeldRow> rows;
    private final List<HeldOperation> operations;
    private volatile @Nullable Typed typed;
    private volatile @Nullable Desks desks;

    Contents(DossierId id, WorkerId worker, Collection<HeldRow> rows, List<HeldOperation> operations) {
        this.id = id;
        this.worker = worker;
        this.rows = rows;
        this.operations = operations;
    }

    private record Typed(Optional<DossierContents> contents) {}

    private record Desks(Optional<RegisterContents> contents) {}

    /** Empty where the dossier's own record is not here. */
    Optional<DossierContents> typed() {
        Typed known = typed;
        if (known == null) {
            known = new Typed(DossierContents.of(id, records()));
            typed = known; // two threads may both compute it: the results are equal
        }
        return known.contents();
    }

    /** The same, of which only the dossier's own record is typed until somebody looks at more. */
    Optional<HeldDossier> held() {
        return own().map(dossier -> new HeldDossier(id, dossier, () -> typed().orElseThrow()));
    }

    private Optional<Dossier> own() {
        if (typed != null || !operations.isEmpty()) {
            return typed().map(contents -> contents.dossier().value()); // what waits may be laid over it
        }
        List<HeldRow> one = ofKind(RecordKind.DOSSIER);
        return new TypedRecords(Overlay.of(worker, one, List.of()))
                .all(RecordKind.DOSSIER, Dossier.class).stream().findFirst().map(entry -> entry.value());
    }

    /** Empty where it is no register. */
    Optional<RegisterContents> register() {
        Desks known = desks;
        if (known == null) {
            known = new Desks(isRegister() ? RegisterContents.of(id, records()) : Optional.empty());
            desks = known;
        }
        return known.contents();
    }

    /** Asked of every dossier when the phone opens: nothing is typed for the answer. A phone makes no register. */
    private boolean isRegister() {
        return !ofKind(RecordKind.RECEPTION_REGISTER).isEmpty();
    }

    private List<HeldRow> ofKind(RecordKind kind) {
        return rows.stream().filter(row -> kind.code().equals(row.kind())).toList();
    }

    /**
     * Every record as it is seen, the waiting operations laid over it; those included that cannot be typed. Read each time:
     * who changes something asks, and what is typed already needs them no more.
     */
    List<StoredRecord> records() {
        return Overlay.of(worker, rows, operations);
    }
}
