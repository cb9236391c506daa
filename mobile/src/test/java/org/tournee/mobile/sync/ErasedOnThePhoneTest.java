package org.tournee.mobile.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.store.DocumentEdits;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;

/** Case E2 of sync.md, looked at in the files of a phone. Rules: R-GDPR, R-SYN. */
class ErasedOnThePhoneTest {

    private static final Tempo QUICK = new Tempo(
            Duration.ofMillis(5),
            Duration.ofMinutes(5),
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofSeconds(5));
    private static final DossierId ERASED = HouseholdRows.dossier(0);
    private static final DossierId OTHER = HouseholdRows.dossier(1);

    private CannedServer server;
    private PhoneStoreFixture phone;

    @BeforeEach
    void aPhoneWithTwoHouseholds() throws IOException {
        server = new CannedServer();
        server.put(HouseholdRows.household(0));
        server.put(HouseholdRows.household(1));
        phone = PhoneStoreFixture.towards(server.uri());
    }

    @AfterEach
    void close() {
        phone.close();
        server.close();
    }

    @Test
    void nothingOfAnErasedDossierIsLeftInAnyFileOfThePhone() throws IOException {
        server.tus.stopAfterChunks.set(0); // its document is never sent
        RecordId document;
        try (SyncEngine engine = engine()) {
            Await.until("it is here", () -> phone.store().dossiers().size() == 2);
            document = DocumentEdits.taken(phone, 0, DocumentEdits.photo(50_000), "avis d'imposition", null);
            phone.store().keepDraft("contact/" + ERASED, "{\"narrative\":\"commencé\"}");
            engine.syncNow();
            Await.until("its description is sent", () -> server.log.size() == 1);
            assertThat(filesWith(ERASED.value())).isNotEmpty();

            server.erase(BucketId.service(ERASED));
            engine.syncNow();
            Await.until("it is given back", () -> server.acknowledged.size() == 1);
        }
        phone.store().close();

        assertThat(filesWith(ERASED.value())).isEmpty();
        assertThat(filesWith(document.value())).isEmpty();
        assertThat(filesWith(OTHER.value())).isNotEmpty();
    }

    private SyncEngine engine() {
        return SyncEngine.start(phone.store(), phone.documents(), SyncEngine.client(), PhoneStoreFixture.CLOCK, QUICK);
    }

    /** Those of which the name or any byte says that id, as text or as it is. */
    private List<Path> filesWith(UUID id) throws IOException {
        String raw = new String(
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array(),
                StandardCharsets.ISO_8859_1);
        try (Stream<Path> all = Files.walk(phone.folder())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> {
                        String bytes = read(file);
                        return file.toString().contains(id.toString())
                                || bytes.contains(id.toString())
                                || bytes.contains(raw);
                    })
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
