package org.tournee.mobile.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.WorkerId;

/** One dossier as it is seen, typed when somebody first looks; never changed, replaced by another. */
final class Contents {

    private final DossierId id;
    private final WorkerId worker;
    private final Collection<HeldRow> rows;
    private final List<HeldOperation> operations;
    private volatile @Nullable Seen seen;

    Contents(DossierId id, WorkerId worker, Collection<HeldRow> rows, List<HeldOperation> operations) {
        this.id = id;
        this.worker = worker;
        this.rows = rows;
        this.operations = operations;
    }

    /** The records with the waiting operations laid over them, and the same typed. */
    private record Seen(List<StoredRecord> records, Optional<DossierContents> typed) {}

    Optional<DossierContents> typed() {
        return seen().typed();
    }

    /** Every record as it is seen, those included that cannot be typed. */
    List<StoredRecord> records() {
        return seen().records();
    }

    private Seen seen() {
        Seen known = seen;
        if (known == null) {
            List<StoredRecord> records = Overlay.of(worker, rows, operations);
            known = new Seen(records, DossierContents.of(id, records));
            seen = known; // two threads may both compute it: the results are equal
        }
        return known;
    }
}
