package org.tournee.mobile.store;

import java.util.UUID;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Edits as workers make them. */
final class StoreEdits {

    private StoreEdits() {}

    static Edit.Create item(RecordId id, String text) {
        return new Edit.Create(
                RecordKind.BILAN_ITEM,
                id,
                Audience.SERVICE,
                new BilanItem(
                        new BilanItem.Statement(
                                Dimension.HOUSING, Effect.STABILISER, WhoseWord.OBSERVED_FACT, text, false),
                        new BilanItem.Validity(HouseholdRows.TODAY, null)));
    }

    static RecordId newId() {
        return new RecordId(UUID.randomUUID());
    }

    static Entry<Dossier> dossier(PhoneStore store, DossierId id) {
        return store.dossier(id).orElseThrow().dossier();
    }

    /** The same dossier in another street. */
    static Edit.Update move(Entry<Dossier> seen, String street) {
        Dossier before = seen.value();
        Dossier.Address address = new Dossier.Address(
                street,
                before.address().postcode(),
                before.address().communeCode(),
                before.address().communeName());
        return new Edit.Update(
                RecordKind.DOSSIER,
                seen,
                new Dossier(before.household(), address, before.reachability(), before.situation(), before.status()));
    }
}
