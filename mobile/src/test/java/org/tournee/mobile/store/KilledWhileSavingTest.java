package org.tournee.mobile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierContents;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.TxId;

/** A real process, killed fifty times in the middle of saving. Rule: R-OFF. */
class KilledWhileSavingTest {

    private static final int KILLS = 25;

    private final Random random = new Random(42);
    private final Set<String> saved = new HashSet<>();
    private String lastDraft = "";

    @Test
    void everySaveThatReturnedIsThereExactlyOnceAndNothingIsHalf() throws Exception {
        try (PhoneStoreFixture phone = PhoneStoreFixture.withHouseholds(3)) {
            phone.store().close();
            for (int round = 0; round < KILLS; round++) {
                killInTheMiddle(phone, round);
            }
            SqlitePhoneStore store = phone.reopen();

            assertThat(saved).hasSizeGreaterThan(KILLS);
            assertChainIsWhole(store);
            assertEverySaveIsThereOnce(store);
            assertThat(store.draft("form"))
                    .hasValueSatisfying(draft -> assertThat(draft)
                            .as("the last draft, or the one that was being written")
                            .matches("tour \\d+ no \\d+"));
            assertThat(number(store.draft("form").orElseThrow())).isGreaterThanOrEqualTo(number(lastDraft));
        }
    }

    /** Orders drafts: round first, then number. */
    private static long number(String draft) {
        String[] words = draft.split(" ", -1);
        return Long.parseLong(words[1]) * 1_000_000 + Long.parseLong(words[3]);
    }

    private void killInTheMiddle(PhoneStoreFixture phone, int round) throws IOException, InterruptedException {
        StoreChild.killAfter(
                1 + random.nextInt(12),
                line -> {
                    note(line);
                    return line.startsWith("saved");
                },
                SavingChild.class,
                phone.folder().toString(),
                Integer.toString(round));
    }

    private void note(String line) {
        String[] words = line.split(" ", 2);
        if (words[0].equals("saved") && words[1].length() == 73) {
            saved.addAll(List.of(words[1].split(" ", -1)));
        } else if (words[0].equals("draft") && words[1].matches("tour \\d+ no \\d+")) {
            lastDraft = words[1];
        }
    }

    private static void assertChainIsWhole(SqlitePhoneStore store) {
        String before = OperationBytes.NO_PREVIOUS;
        long expected = 1;
        Map<TxId, Integer> together = new HashMap<>();
        for (HeldOperation held : store.outbox()) {
            Operation operation = held.operation();
            assertThat(operation.opSeq()).isEqualTo(expected++);
            assertThat(operation.prevHash()).isEqualTo(before);
            before = OperationBytes.hash(held.json().getBytes(StandardCharsets.UTF_8));
            together.merge(operation.txId(), 1, Integer::sum);
        }
        assertThat(together.values()).as("saved together, kept together").containsOnly(2);
    }

    private void assertEverySaveIsThereOnce(SqlitePhoneStore store) {
        List<String> held = new ArrayList<>();
        for (DossierContents dossier : store.dossiers()) {
            dossier.bilanItems().stream()
                    .filter(item -> item.value().statement().text().startsWith("tour "))
                    .forEach(item -> held.add(item.id().toString()));
        }
        assertThat(held).doesNotHaveDuplicates().containsAll(saved);
    }
}
