package org.tournee.mobile.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** What may be noted beside a visit is bounded while it is written, so that saving never refuses. Rule: R-OFF. */
class VisitRoomTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);

    @ParameterizedTest
    @ValueSource(strings = {"e", "é", "€", "\"", "\n"})
    void whatIsOfferedIsAlwaysSavedHoweverLongItGets(String letter) {
        assertThat(savedWith(letter.repeat(BilanItem.Statement.LONGEST_TEXT - 2)))
                .isGreaterThan(170);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "Bail résilié"})
    void shortItemsAreBoundedByTheirNumberAndToldBefore(String text) {
        assertThat(savedWith(text)).isGreaterThan(390);
    }

    /** Notes as much as is offered, and saves it with a visit. */
    private static int savedWith(String text) {
        BilanItem.Statement statement = new BilanItem.Statement(
                Dimension.HOUSING, Effect.DANGER, WhoseWord.PERSON_WORD, "a" + text + "a", false);
        List<BilanItem.Statement> noted = new ArrayList<>();
        int told = 0;
        while (!VisitRoom.beside(noted).isFull()) {
            told += VisitRoom.beside(noted).isTold() ? 1 : 0;
            noted.add(statement);
        }
        assertThat(told).as("told before it is full").isGreaterThanOrEqualTo(VisitRoom.TOLD);
        try (PhoneStoreFixture phone = PhoneStoreFixture.withHouseholds(1)) {
            List<Edit.Change> changes = new ArrayList<>();
            for (BilanItem.Statement each : noted) {
                BilanItem item = new BilanItem(each, new BilanItem.Validity(TODAY, null));
                changes.add(new Edit.Create(RecordKind.BILAN_ITEM, NewRecord.id(), Audience.SERVICE, item));
            }
            phone.store().save(new Edit(PhoneStoreFixture.dossier(0), changes));
            assertThat(phone.store().waiting().operations()).isEqualTo(noted.size());
        }
        return noted.size();
    }
}
