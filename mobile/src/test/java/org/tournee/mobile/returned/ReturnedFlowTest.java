package org.tournee.mobile.returned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.OpenDossierPhone;

/** A returned change with the thumb: its reason, its value, and what one does. Rule: R-REC. */
class ReturnedFlowTest {

    private final OpenDossierPhone phone = OpenDossierPhone.usual();

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void oneSeesTheReasonAndTheValueAndPutsItAway() {
        phone.open(new Destination.ReturnedChanges());
        assertThat(phone.shows("Bail résilié")).isTrue();
        phone.picture("returned-value");

        phone.tap("#returned-away");
        assertThat(phone.shows("Aucun changement revenu")).isTrue();
        phone.picture("returned-away");

        phone.tap("Annuler");
        assertThat(phone.shows("Bail résilié")).isTrue();
    }
}
