package org.tournee.mobile.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;

/** Two days laid over each other, and what is seen over the shoulder. Rule: R-BIL. Source: 003 th. 5. */
class BalanceCasesTest {

    @ParameterizedTest(name = "R-BIL compared {0}: from {1} to {2}, today 10 March, then {3}: {4}")
    @CsvSource({
        "1, 2026-01-01, , , STAYS",
        "2, 2026-01-01, 2026-02-01, , ",
        "3, 2026-04-01, , , ",
        "4, 2026-01-01, , 2026-02-01, STAYS",
        "5, 2026-03-01, , 2026-02-01, CAME",
        "6, 2026-01-01, 2026-03-01, 2026-02-01, WENT",
        "7, 2026-01-01, 2026-02-01, 2026-02-01, ",
        "8, 2026-02-10, 2026-03-01, 2026-02-01, ",
        "9, 2026-03-10, , 2026-02-01, CAME",
        "10, 2026-01-01, 2026-03-10, 2026-02-01, WENT"
    })
    void anItemStaysComesOrGoes(
            int number, LocalDate opened, LocalDate closed, LocalDate then, Balance.Standing standing) {
        assertThat(Balance.Standing.of(new BilanItem.Validity(opened, closed), LocalDate.of(2026, 3, 10), then))
                .isEqualTo(standing);
    }

    @ParameterizedTest(name = "R-BIL side {0}: {1} {2}")
    @CsvSource({"11, DESTABILISER, WEIGHS", "12, DANGER, WEIGHS", "13, STABILISER, CARRIES", "14, OPPORTUNITY, CARRIES"
    })
    void anEffectWeighsOrCarries(int number, Effect effect, Side side) {
        assertThat(Side.of(effect)).isEqualTo(side);
    }

    @ParameterizedTest(name = "R-BIL over the shoulder {0}: discreet {1}, {2}, third party {3}, {4}: seen {5}")
    @CsvSource({
        "15, true, OBSERVED_FACT, false, SERVICE, true",
        "16, true, PERSON_WORD, false, SERVICE, true",
        "17, true, WORKER_APPRECIATION, false, SERVICE, false",
        "18, true, OBSERVED_FACT, true, SERVICE, false",
        "19, true, OBSERVED_FACT, false, RESTRICTED, false",
        "20, false, WORKER_APPRECIATION, true, RESTRICTED, true"
    })
    void thirdPartiesAppreciationsAndRestrictedItemsAreKeptBack(
            int number, boolean discreet, WhoseWord word, boolean thirdParty, Audience audience, boolean seen) {
        Discretion discretion = new Discretion();
        discretion.onProperty().set(discreet);
        BilanItem item = new BilanItem(
                new BilanItem.Statement(Dimension.HOUSING, Effect.DANGER, word, "Bail résilié", thirdParty),
                new BilanItem.Validity(LocalDate.of(2026, 1, 1), null));

        assertThat(discretion.showsItem(
                        new Entry<>(new RecordId(new UUID(1, 1)), item, audience, 1, null, null, null, null, false)))
                .isEqualTo(seen);
    }
}
