package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.document.Document;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.DocumentEdits;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What the phone keeps, how much room it takes, and how to make some. Rules: R-OFF, R-DOC. */
class StorageFlowTest {

    private static final int PHOTO_BYTES = 1_400_000;

    @ParameterizedTest
    @CsvSource({
        "FRENCH,0,0 Ko",
        "FRENCH,1,1 Ko",
        "FRENCH,999999,1\u202F000 Ko",
        "FRENCH,1400000,'1,4 Mo'",
        "ENGLISH,1400000,1.4 MB",
        "GERMAN,250000000,250 MB",
        "DUTCH,41600000,42 MB",
        "FRENCH,3250000000,'3,2 Go'",
    })
    void sizesAreInTheWordsOfTheLanguage(Language language, long bytes, String said) {
        assertThat(Sizes.of(bytes, new Messages(language))).isEqualTo(said);
    }

    @Test
    void whatTheServiceHoldsMakesRoomAndTheRestStays() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            byte[] photo = DocumentEdits.photo(PHOTO_BYTES);
            RecordId held = DocumentEdits.taken(phone.fixture, 1, photo, "bail", null);
            RecordId waiting = DocumentEdits.taken(phone.fixture, 2, photo, "avis d'imposition", null);
            phone.fixture.documents().held(held);
            phone.fixture.store().keepDraft("un formulaire", "{}");
            phone.open(new Destination.Storage());
            assertThat(phone.texts(".page"))
                    .contains("12 dossiers", "2 documents", "2,8 Mo. 1 n’est pas encore au service.")
                    .contains("1 brouillon", "2 modifications attendent d’être envoyées");
            assertThat(phone.shows("#storage-let-go"))
                    .as("before the service says that it holds it")
                    .isFalse();
            serviceHolds(phone, held);
            phone.open(new Destination.More());
            phone.open(new Destination.Storage());
            phone.longPicture("storage", 900);
            phone.tap("#storage-let-go");

            assertThat(phone.shows("1,4 Mo libérés. Rien n’est perdu.")).isTrue();
            assertThat(phone.fixture.documents().here())
                    .extracting(KeptDocument::document)
                    .containsExactly(waiting);
            assertThat(phone.texts(".page")).contains("1 document", "1,4 Mo. 1 n’est pas encore au service.");
            assertThat(phone.shows("#storage-let-go")).isFalse();
            phone.open(new Destination.DocumentPage(phone.dossier(0), held));
            phone.tap("#document-fetch");
            assertThat(phone.fixture.documents().of(held).orElseThrow().state()).isEqualTo(KeptDocument.State.WANTED);
        }
    }

    private static void serviceHolds(OpenDossierPhone phone, RecordId id) {
        Document told =
                DocumentEdits.describing(phone.fixture.documents().of(id).orElseThrow(), "bail", null);
        Document.Custody custody = new Document.Custody(PhoneStoreFixture.CLOCK.instant());
        phone.fixture.receive(List.of(HouseholdRows.row(
                BucketId.service(phone.dossier(0)),
                90,
                id,
                RecordKind.DOCUMENT,
                new Document(told.description(), told.content(), told.ground(), custody),
                HouseholdRows.TODAY)));
    }

    @Test
    void whereLittleRoomIsLeftItSaysWhatToDo() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.fillDisk();
            phone.open(new Destination.Storage());

            assertThat(phone.texts(".page"))
                    .contains("Il reste peu de place sur ce téléphone. Supprimez des photos")
                    .contains("41 Mo libres sur ce téléphone");
        }
    }
}
