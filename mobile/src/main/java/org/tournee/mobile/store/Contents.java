package org.tournee.mobile.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.WorkerId;
import org.tournee.reception.RegisterContents;
import org.tournee.sync.RecordKind;

/** One dossier, or one register, as it is seen, typed when somebody first looks; never changed, replaced by another. */
final class Contents {

    private final DossierId id;
    private final WorkerId worker;
    private final Collection<HeldRow> rows;
    private final List<HeldOperation> operations;
    private volatile @Nullable List<StoredRecord> records;
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

    /** Empty where it is no register. */
    Optional<RegisterContents> register() {
        Desks known = desks;
        if (known == null) {
            known = new Desks(isRegister() ? RegisterContents.of(id, records()) : Optional.empty());
            desks = known;
        }
        return known.contents();
    }

    /** Asked of every dossier when the phone opens: nothing is typed for the answer. */
    private boolean isRegister() {
        return records().stream()
                .anyMatch(record -> RecordKind.RECEPTION_REGISTER.code().equals(record.kind()));
    }

    /** Every record as it is seen, the waiting operations laid over it; those included that cannot be typed. */
    List<StoredRecord> records() {
        List<StoredRecord> known = records;
        if (known == null) {
            known = Overlay.of(worker, rows, operations);
            records = known;
        }
        return known;
    }
}
