package org.tournee.mobile.app;

import org.tournee.dossier.DossierContents;

/** Gathers what the truth bar and the sync page tell. */
final class TruthFacts {

    private TruthFacts() {}

    static Truth.Facts of(Phone phone) {
        int conflicts = 0;
        for (DossierContents dossier : phone.store().dossiers()) {
            conflicts += dossier.openConflicts().size();
        }
        return new Truth.Facts(
                phone.store().waiting(),
                phone.sync().state(),
                conflicts,
                phone.store().returnedChanges().size());
    }
}
