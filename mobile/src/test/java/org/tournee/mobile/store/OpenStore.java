package org.tournee.mobile.store;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tournee.bilan.BilanItem;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.sync.Wire;

/** A store of twelve households that is open, and what is looked at in it. */
abstract class OpenStore {

    static final DossierId FIRST = PhoneStoreFixture.dossier(0);

    static final DossierId THIRD = PhoneStoreFixture.dossier(2);

    PhoneStoreFixture phone;

    @BeforeEach
    void open() {
        phone = PhoneStoreFixture.withHouseholds(12);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    SqlitePhoneStore store() {
        return phone.store();
    }

    List<Operation> unsent() {
        return store().unsent().stream()
                .map(operation -> Wire.read(Operation.class, operation.line()))
                .toList();
    }

    Entry<BilanItem> item(DossierId dossier, RecordId id) {
        return store().dossier(dossier).orElseThrow().bilanItems().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
