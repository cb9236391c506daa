package org.tournee.mobile.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** The bytes of documents on the phone: sealed, and where they were after a kill at any moment. Rules: R-DOC, R-OFF. */
class DocumentFilesTest {

    private static final byte[] LETTER =
            "Annie Lefèvre doit 840 euros. ".repeat(10_000).getBytes(UTF_8);

    private final PhoneStoreFixture phone = PhoneStoreFixture.withHouseholds(1);
    private final RecordId id = DocumentEdits.id(1);

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void anyPartIsReadWithoutTheRestAndNothingIsReadableOnTheDisk() throws IOException {
        phone.documents().take(id, PhoneStoreFixture.dossier(0), LETTER);

        assertThat(phone.documents().read(id, 100_000, 31))
                .isEqualTo(java.util.Arrays.copyOfRange(LETTER, 100_000, 100_031));
        assertThat(phone.documents().read(id, LETTER.length - 5, 1_000)).hasSize(5);
        for (Path file : files()) {
            assertThat(new String(Files.readAllBytes(file), UTF_8)).doesNotContain("Lefèvre", "euros", "dossier");
        }
    }

    @Test
    void aKillBeforeTheDescriptionWasSavedLeavesNothing() throws IOException {
        phone.documents().take(id, PhoneStoreFixture.dossier(0), LETTER);

        phone.reopen();

        assertThat(phone.documents().of(id)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aKillAfterTheDescriptionWasSavedLosesNothing() {
        KeptDocument taken = phone.documents().take(id, PhoneStoreFixture.dossier(0), LETTER);
        phone.store()
                .save(Edit.of(
                        PhoneStoreFixture.dossier(0),
                        new Edit.Create(
                                RecordKind.DOCUMENT,
                                id,
                                Audience.SERVICE,
                                DocumentEdits.describing(taken, "avis d'imposition", null))));

        phone.reopen();

        assertThat(phone.documents().of(id).orElseThrow().state()).isEqualTo(KeptDocument.State.WAITING);
        assertThat(phone.documents().all(taken)).isEqualTo(LETTER);
        assertThat(phone.documents().waiting()).isEqualTo(1);
    }

    /** Rules: R-OFF, R-DOC. */
    @Test
    void whatADraftSpeaksOfOutlivesAKillAndGoesOnceNothingSpeaksOfIt() {
        phone.documents().take(id, PhoneStoreFixture.dossier(0), LETTER);
        phone.store().keepDraft("document/" + PhoneStoreFixture.dossier(0), "{\"file\":\"" + id + "\"}");
        phone.reopen();
        assertThat(phone.documents().all(phone.documents().of(id).orElseThrow()))
                .isEqualTo(LETTER);

        phone.store().keepDraft("document/" + PhoneStoreFixture.dossier(0), null);
        phone.reopen();
        assertThat(phone.documents().of(id)).isEmpty();
    }

    @Test
    void whatIsDescribedIsNotDropped() {
        DocumentEdits.taken(phone, 1, LETTER, "bail", null);

        phone.documents().drop(id);

        assertThat(phone.documents().of(id)).isPresent();
    }

    @Test
    void aKillBetweenTwoChunksGoesOnWhereItWas() {
        DocumentEdits.taken(phone, 1, LETTER, "avis d'imposition", null);
        phone.documents().sent(id, 120_000);

        phone.reopen();

        assertThat(phone.documents().of(id).orElseThrow().percent()).isEqualTo(38);
    }

    @Test
    void whatWasRefusedStaysAndCountsAsWaiting() {
        DocumentEdits.taken(phone, 1, LETTER, "avis d'imposition", null);
        phone.documents().refused(id, KeptDocument.Refusal.ALTERED);

        phone.reopen();

        KeptDocument kept = phone.documents().of(id).orElseThrow();
        assertThat(kept.refusal()).isEqualTo(KeptDocument.Refusal.ALTERED);
        assertThat(phone.documents().all(kept)).isEqualTo(LETTER);
        assertThat(phone.documents().waiting()).isEqualTo(1);
    }

    @Test
    void whatAServerThatWasSetBackMayHaveLostIsAskedForAgainAndNothingThatWasFetched() {
        DocumentEdits.taken(phone, 1, LETTER, "avis d'imposition", null);
        phone.documents().held(id);
        RecordId ofColleague = DocumentEdits.id(2);
        KeptDocument own = phone.documents().of(id).orElseThrow();
        phone.documents().want(ofColleague, PhoneStoreFixture.dossier(0), LETTER.length, own.sha256());
        KeptDocument wanted = phone.documents().of(ofColleague).orElseThrow();
        phone.documents().arrived(wanted, LETTER);
        assertThat(phone.documents().fetched(wanted)).isTrue();

        phone.documents().doubt(phone.store());

        assertThat(phone.documents().in(KeptDocument.State.WAITING))
                .extracting(KeptDocument::document)
                .containsExactly(id);
        assertThat(phone.documents().owing()).containsExactly(PhoneStoreFixture.dossier(0));
        assertThat(phone.documents().of(ofColleague).orElseThrow().state())
                .as("that the service holds it is the description's to say")
                .isEqualTo(KeptDocument.State.FETCHED);
    }

    @Test
    void aFileThatSomebodyAlteredDoesNotOpen() throws IOException {
        KeptDocument kept = phone.documents().take(id, PhoneStoreFixture.dossier(0), LETTER);
        Path file = files().stream()
                .filter(path -> path.toString().endsWith(".bytes"))
                .findFirst()
                .orElseThrow();
        byte[] sealed = Files.readAllBytes(file);
        sealed[sealed.length / 2] ^= 1;
        Files.write(file, sealed);

        assertThatThrownBy(() -> phone.documents().all(kept))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.problem()).isEqualTo(StoreException.Problem.UNREADABLE));
    }

    @Test
    void whereTheDiskRefusesNothingIsKept() throws IOException {
        Path folder = folder();
        Files.delete(folder);

        assertThatThrownBy(() -> phone.documents().take(id, PhoneStoreFixture.dossier(0), LETTER))
                .isInstanceOf(StoreException.class);

        assertThat(phone.documents().of(id)).isEmpty();
        Files.createDirectories(folder);
    }

    @Test
    void aWipeLeavesNothing() {
        DocumentEdits.taken(phone, 1, LETTER, "avis d'imposition", null);

        phone.documents().wipe();

        assertThat(folder()).doesNotExist();
    }

    @Test
    void whatTheServerHoldsGoesWithItsDossier() throws IOException {
        DocumentEdits.taken(phone, 1, LETTER, "avis d'imposition", null);
        DocumentEdits.taken(phone, 2, LETTER, "bail", null);
        phone.documents().held(id);

        phone.documents().dropOutside(List.of());

        assertThat(phone.documents().of(id)).isEmpty();
        assertThat(phone.documents().of(DocumentEdits.id(2))).isPresent();
        assertThat(files()).hasSize(2);
    }

    @Test
    void whatTheServerHoldsMakesRoomAndNothingElseGoes() throws IOException {
        for (int number = 1; number <= 3; number++) {
            DocumentEdits.taken(phone, number, LETTER, "bail", null);
        }
        phone.documents().held(id);
        phone.documents().refused(DocumentEdits.id(3), KeptDocument.Refusal.ALTERED);

        phone.documents().letGo(List.of(id, DocumentEdits.id(2), DocumentEdits.id(3)));

        assertThat(phone.documents().here())
                .extracting(KeptDocument::document)
                .containsExactlyInAnyOrder(DocumentEdits.id(2), DocumentEdits.id(3));
        assertThat(files()).hasSize(4);
        phone.documents().want(id, PhoneStoreFixture.dossier(0), LETTER.length, "0".repeat(64));
        assertThat(phone.documents().in(KeptDocument.State.WANTED)).hasSize(1);
    }

    private Path folder() {
        return DocumentFiles.folderOf(
                phone.folder(), Base64.getDecoder().decode(phone.store().documentsKey()));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.toList();
        }
    }
}
