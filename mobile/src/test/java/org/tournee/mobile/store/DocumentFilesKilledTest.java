package org.tournee.mobile.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.store.KeptDocument.State;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** The application is killed before each change of a file of a document, from its taking in to its erasure. Rules: R-DOC, R-OFF, R-GDPR. */
class DocumentFilesKilledTest {

    private static final byte[] LETTER =
            "Annie Lefèvre doit 840 euros. ".repeat(200).getBytes(UTF_8);
    private static final int FIRST_PART = 1_000;
    private static final int FEWEST_CHANGES = 20;

    private final RecordId id = DocumentEdits.id(1);
    private final DossierId dossier = PhoneStoreFixture.dossier(0);

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Kills the application before the change of that number, from 0. */
    private static final class Kill implements Runnable {
        private int left;

        Kill(int before) {
            this.left = before;
        }

        @Override
        public void run() {
            if (left-- == 0) {
                throw new Killed();
            }
        }
    }

    @Test
    void theNextStartLeavesNothingThatIsNobodysAndLosesNothing() throws IOException {
        int changes = 0;
        for (boolean killed = true; killed; changes++) {
            try (PhoneStoreFixture phone = PhoneStoreFixture.withHouseholds(1)) {
                killed = isKilledBefore(changes, phone);
                phone.reopen();
                everyFileIsOfADocument(phone);
                everyDocumentThatIsHereIsWhole(phone);
            }
        }
        assertThat(changes).isGreaterThan(FEWEST_CHANGES);
    }

    private boolean isKilledBefore(int change, PhoneStoreFixture phone) {
        try {
            playAll(phone, filesOf(phone, new Kill(change)));
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private static DocumentFiles filesOf(PhoneStoreFixture phone, Kill kill) {
        return DocumentFiles.beside(phone.store(), phone.folder(), PhoneStoreFixture.CLOCK, kill);
    }

    private void playAll(PhoneStoreFixture phone, DocumentFiles files) {
        KeptDocument taken = files.take(id, dossier, LETTER);
        phone.store().save(describing(taken));
        files.saved(id);
        files.held(id);
        files.letGo(List.of(id));
        files.want(id, dossier, LETTER.length, taken.sha256());
        KeptDocument wanted = files.of(id).orElseThrow();
        files.arrived(wanted, Arrays.copyOf(LETTER, FIRST_PART));
        files.arrived(wanted, Arrays.copyOfRange(LETTER, FIRST_PART, LETTER.length));
        assertThat(files.fetched(wanted)).isTrue();
        files.erase(Set.of(dossier));
    }

    private Edit describing(KeptDocument taken) {
        return Edit.of(
                dossier,
                new Edit.Create(
                        RecordKind.DOCUMENT, id, Audience.SERVICE, DocumentEdits.describing(taken, "bail", null)));
    }

    private void everyFileIsOfADocument(PhoneStoreFixture phone) throws IOException {
        List<String> expected = new ArrayList<>();
        phone.documents().of(id).ifPresent(document -> {
            expected.add(id + ".standing");
            if (document.isHere()) {
                expected.add(id + ".bytes");
            } else if (phone.documents().arrived(document) > 0) {
                expected.add(id + ".part-0");
            }
            if (phone.documents().arrived(document) > FIRST_PART) {
                expected.add(id + ".part-" + FIRST_PART);
            }
        });
        assertThat(names(phone)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void everyDocumentThatIsHereIsWhole(PhoneStoreFixture phone) {
        for (KeptDocument document : phone.documents().here()) {
            assertThat(phone.documents().all(document)).isEqualTo(LETTER);
        }
    }

    @Test
    void aKillWhileTheStartCleansLeavesTheRestToTheNextOne() throws IOException {
        try (PhoneStoreFixture phone = PhoneStoreFixture.withHouseholds(1)) {
            DocumentEdits.taken(phone, 2, LETTER, "bail", null);
            assertThat(isKilledBefore(2, phone))
                    .as("between the bytes and their standing")
                    .isTrue();
            assertThat(names(phone)).contains(id + ".bytes");

            try {
                filesOf(phone, new Kill(0));
            } catch (Killed e) {
                // before the first file went
            }
            phone.reopen();

            assertThat(names(phone))
                    .containsExactlyInAnyOrder(DocumentEdits.id(2) + ".standing", DocumentEdits.id(2) + ".bytes");
            assertThat(phone.documents().in(State.WAITING)).hasSize(1);
        }
    }

    @Test
    void aWipeTakesWhatIsNobodysToo() throws IOException {
        try (PhoneStoreFixture phone = PhoneStoreFixture.withHouseholds(1)) {
            assertThat(isKilledBefore(1, phone))
                    .as("before what was written got its name")
                    .isTrue();
            assertThat(names(phone)).containsExactly(id + ".bytes.new");

            phone.documents().wipe();

            assertThat(folder(phone)).doesNotExist();
        }
    }

    /** Rule: R-SHARE: a revoked phone keeps nothing. */
    @Test
    void aWipeThatIsKilledBeginsAgainAndEndsWithNothing() throws IOException {
        int changes = 0;
        for (boolean killed = true; killed; changes++) {
            try (PhoneStoreFixture phone = PhoneStoreFixture.withHouseholds(1)) {
                DocumentEdits.taken(phone, 2, LETTER, "bail", null);
                Path documents = folder(phone);
                killed = isWipeKilledBefore(changes, phone);
                if (killed) {
                    phone.reopen(); // by the PIN, as ever
                    isWipeKilledBefore(Integer.MAX_VALUE, phone);
                }
                assertThat(documents).doesNotExist();
                assertThat(PhoneFile.in(phone.folder())).isEmpty();
            }
        }
        assertThat(changes).as("bytes, standing and their folder").isGreaterThan(3);
    }

    private static boolean isWipeKilledBefore(int change, PhoneStoreFixture phone) {
        DocumentFiles files = filesOf(phone, new Kill(change));
        phone.store().close();
        try {
            PhoneFile.in(phone.folder()).get(0).wipe(files);
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private static Path folder(PhoneStoreFixture phone) {
        return DocumentFiles.folderOf(
                phone.folder(), Base64.getDecoder().decode(phone.store().documentsKey()));
    }

    private static List<String> names(PhoneStoreFixture phone) throws IOException {
        try (Stream<Path> files = Files.list(folder(phone))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
