package org.tournee.mobile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tournee.dossier.Entry;
import org.tournee.rights.RightCheck;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/**
 * A phone's file that an app of schema 1 left behind, with two operations that wait in it: a golden file, never changed.
 * Rules: R-OFF, R-REC.
 */
class OlderSchemaFileTest {

    private static final String RESOURCES = "schema-1/";
    private static final RecordId RECEIVED = HouseholdRows.record(0, 901);
    private static final RecordId MADE = HouseholdRows.record(0, 902);

    @TempDir
    Path folder;

    private SqlitePhoneStore store;

    @BeforeEach
    void theAppIsUpgraded() throws IOException {
        Files.write(folder.resolve("stream-c5e5bc2d-7f39-4e4b-a747-727b085215e8.tournee"), resource("stream.tournee"));
        unlock();
    }

    private void unlock() {
        Unlocking result = PhoneFile.unlock(folder, PhoneStoreFixture.PIN, PhoneStoreFixture.CLOCK);
        assertThat(result).isInstanceOf(Unlocking.Unlocked.class);
        store = ((Unlocking.Unlocked) result).store();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = OlderSchemaFileTest.class.getResourceAsStream(RESOURCES + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private Entry<RightCheck> right(RecordId id) {
        return store.dossier(PhoneStoreFixture.dossier(0)).orElseThrow().rightChecks().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> waiting() {
        return store.unsent().stream()
                .map(unsent -> new String(unsent.line(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void whatWaitsKeepsItsBytes() throws IOException {
        assertThat(waiting())
                .containsExactlyElementsOf(new String(resource("outbox.ndjson"), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
    }

    @Test
    void whatWasReceivedAndWhatWaitsIsShownInTodaysWords() {
        assertThat(right(RECEIVED).value().documentsMissing()).containsExactly("attestation de la CPAM");
        assertThat(right(RECEIVED).value().followUp())
                .isEqualTo(new RightCheck.FollowUp(LocalDate.of(2026, 3, 24), HouseholdRows.KARIM));
        assertThat(right(MADE).value().documentsMissing()).containsExactly("bail");
        assertThat(store.dossier(PhoneStoreFixture.dossier(0)).orElseThrow().unreadable())
                .isZero();
    }

    @Test
    void whatIsWrittenNowFollowsInTodaysSchema() {
        List<String> before = waiting();
        Entry<RightCheck> seen = right(RECEIVED);
        RightCheck nothingMissing = seen.value().followed(seen.value().followUp(), new RightCheck.Documents(List.of()));

        store.save(
                Edit.of(PhoneStoreFixture.dossier(0), new Edit.Update(RecordKind.RIGHT_CHECK, seen, nothingMissing)));
        store.close();
        unlock();

        assertThat(waiting()).hasSize(3).startsWith(before.toArray(String[]::new));
        Operation written = Wire.read(Operation.class, waiting().get(2));
        assertThat(written.schema()).isEqualTo(Operation.SCHEMA);
        assertThat(written.groups()).containsOnlyKeys("documents");
        assertThat(written.prevHash())
                .isEqualTo(OperationBytes.hash(before.get(1).getBytes(StandardCharsets.UTF_8)));
        assertThat(right(RECEIVED).value().documentsMissing()).isEmpty();
    }
}
