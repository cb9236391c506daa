package org.tournee.mobile.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.sync.Action;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;

/** A conflict settled through the real window tree: the store has the operation. Rule: R-REC. */
class ConflictFlowTest {

    private OpenDossierPhone phone;

    @BeforeEach
    void open() {
        phone = OpenDossierPhone.usual();
        phone.open(new Destination.DossierPage(phone.dossier(0)));
        phone.open(new Destination.ConflictPage(phone.dossier(0), HouseholdRows.record(0, 40)));
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void keepingTheOtherWritesASettlementThatNamesBothVariants() {
        phone.tap("#conflict-keep-2");

        Operation operation = saved();
        assertThat(operation.action()).isEqualTo(Action.SETTLE);
        assertThat(operation.groups().get("settlement").value()).contains("v1", "v2", "18 bis rue de la Marne");
        assertThat(phone.here()).contains(new Destination.DossierPage(phone.dossier(0)));
    }

    @Test
    void whatIsWrittenAnewStandsWithTheFieldsThatNobodyWrote() {
        phone.tap("#conflict-write");
        phone.type("#conflict-field-street", "18 ter rue de la Marne");
        phone.picture("conflict-write");
        phone.tap("#conflict-keep-written");

        assertThat(saved().groups().get("settlement").value()).contains("18 ter rue de la Marne", "86194");
    }

    private Operation saved() {
        assertThat(phone.fixture.store().waiting().operations()).isEqualTo(1);
        return OperationBytes.read(phone.fixture.store().unsent().get(0).line());
    }
}
