package org.tournee.mobile.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.TextInputControl;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.document.Document;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.device.Pictures;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.DocumentEdits;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.sync.RecordId;

/** Taking documents in and seeing them, through the real window tree and a real store. Rule: R-DOC. */
class DocumentFlowTest {

    @TempDir
    Path folder;

    @Test
    void aPhotoIsTakenInWithTheAgreementAndWaits() throws IOException {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.picked.next(photo(4_000, 3_000));
            phone.open(new Destination.Documents(phone.dossier(0)));
            assertThat(phone.shows("Aucun document")).isTrue();
            phone.tap("#document-add");
            phone.tap("#document-choose");
            phone.tap("avis d'imposition");
            phone.type("#document-expiry", "31/12/2026");

            phone.tap("#document-save");
            assertThat(phone.shows(
                            "Demandez son accord à la personne : sans lui, le service ne garde pas le document."))
                    .isTrue();
            phone.tap("#document-agreed");
            phone.tap("#document-save");

            assertThat(phone.shows("En attente d’envoi")).isTrue();
            Document kept = phone.contents(0).documents().get(0).value();
            assertThat(kept.description().kind()).isEqualTo("avis d'imposition");
            assertThat(kept.ground().agreedOn()).isEqualTo(HouseholdRows.TODAY);
            KeptDocument bytes = phone.fixture
                    .documents()
                    .of(phone.contents(0).documents().get(0).id())
                    .orElseThrow();
            assertThat(ImageIO.read(new java.io.ByteArrayInputStream(
                                    phone.fixture.documents().all(bytes)))
                            .getWidth())
                    .isEqualTo(Pictures.LONGEST_SIDE);
        }
    }

    /** Rules: R-DOC, R-GDPR. */
    @Test
    void aPictureThatWasJustTakenDoesNotStayUnsealed() throws IOException {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            Path taken = photo(800, 600);
            phone.picked.next(taken);
            phone.picked.onPhone();
            phone.open(new Destination.DocumentForm(phone.dossier(0), "devis", null));
            phone.tap("#document-take");

            assertThat(phone.shows("#document-save")).isTrue();
            assertThat(taken).doesNotExist();
            phone.tap("#document-agreed");
            phone.tap("#document-save");
            assertThat(phone.contents(0).documents()).hasSize(1);
        }
    }

    /** Rules: R-OFF, R-DOC. */
    @Test
    void aFormThatIsLeftHasItsPictureAndItsWordsAgain() throws IOException {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            Destination form = new Destination.DocumentForm(phone.dossier(0), null, null);
            phone.picked.next(photo(800, 600));
            phone.open(form);
            phone.tap("#document-choose");
            phone.type("#document-kind", "devis");
            phone.type("#document-expiry", "31/12/2026");
            phone.open(new Destination.Drafts());
            assertThat(phone.shows("Document à ajouter")).isTrue();

            phone.open(form);
            assertThat(((TextInputControl) phone.find("#document-kind")).getText())
                    .isEqualTo("devis");
            phone.tap("#document-agreed");
            phone.tap("#document-save");
            Document kept = phone.contents(0).documents().get(0).value();
            assertThat(kept.description().kind()).isEqualTo("devis");
            assertThat(kept.content().isPicture()).isTrue();
            assertThat(phone.fixture.store().drafts()).isEmpty();
        }
    }

    @Test
    void aPictureThatIsTakenAgainTakesThePlaceOfTheFirst() throws IOException {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.DocumentForm(phone.dossier(0), "devis", null));
            phone.picked.next(photo(800, 600));
            phone.tap("#document-choose");
            phone.picked.next(photo(400, 300));
            phone.tap("#document-choose");

            assertThat(phone.fixture.documents().here()).hasSize(1);
        }
    }

    @Test
    void aFileOfTheWorkersOwnIsLeftWhereItIs() throws IOException {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            Path own = photo(800, 600);
            phone.picked.next(own);
            phone.open(new Destination.DocumentForm(phone.dossier(0), "devis", null));
            phone.tap("#document-choose");

            assertThat(own).exists();
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWhenItIsChosen() throws IOException {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            Path large = folder.resolve("large.pdf");
            try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
                file.setLength(21L * 1024 * 1024);
            }
            phone.picked.next(large);
            phone.open(new Destination.DocumentForm(phone.dossier(0), null, null));
            phone.tap("#document-choose");

            assertThat(phone.shows(
                            "Ce fichier dépasse 20 Mo. Choisissez-en un plus léger, ou photographiez page par page."))
                    .isTrue();
        }
    }

    @Test
    void aPaperThatIsThereIsNotAskedForByTheNextRight() throws IOException {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            DocumentEdits.taken(phone.fixture, 1, Files.readAllBytes(photo(400, 300)), "avis d'imposition", null);
            phone.open(new Destination.RightsSweep(phone.dossier(0), null));
            phone.tap("#rights-begin");
            phone.tap("#answer-first-css-PROBABLE");

            assertThat(phone.shows("Déjà au dossier : avis d'imposition")).isTrue();
            assertThat(phone.contents(0).rightChecks())
                    .anySatisfy(check -> assertThat(check.value().documentsMissing())
                            .isNotEmpty()
                            .doesNotContain("avis d'imposition"));
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,100", "DARK,100", "LIGHT,200"})
    void everyStateOfADocumentIsSeen(Appearance.Mode mode, int percent) throws IOException {
        try (OpenDossierPhone phone = new OpenDossierPhone(new Appearance(mode, percent))) {
            byte[] photo = Files.readAllBytes(photo(800, 600));
            RecordId held = DocumentEdits.taken(phone.fixture, 1, photo, "pièce d'identité", null);
            RecordId sending = DocumentEdits.taken(
                    phone.fixture, 2, photo, "avis d'imposition", HouseholdRows.TODAY.plusMonths(9));
            RecordId refused =
                    DocumentEdits.taken(phone.fixture, 3, photo, "titre de séjour", HouseholdRows.TODAY.plusDays(12));
            DocumentEdits.taken(phone.fixture, 4, photo, "justificatif de domicile", HouseholdRows.TODAY.minusDays(40));
            phone.fixture.documents().held(held);
            phone.fixture.documents().sent(sending, photo.length * 2L / 5);
            phone.fixture.documents().refused(refused, KeptDocument.Refusal.ALTERED);
            String suffix = "-" + mode.name().toLowerCase(Locale.ROOT) + "-" + percent;

            phone.open(new Destination.Documents(phone.dossier(0)));
            phone.picture("documents" + suffix);
            assertThat(phone.camera.cutTexts()).isEmpty();
            phone.open(new Destination.DocumentPage(phone.dossier(0), refused));
            phone.picture("document-refused" + suffix);
            assertThat(phone.camera.cutTexts()).isEmpty();
            phone.open(new Destination.DocumentForm(phone.dossier(0), "devis", null));
            phone.picture("document-form" + suffix);
            assertThat(phone.camera.cutTexts()).isEmpty();
        }
    }

    private Path photo(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0xF4F1E8));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(0x334455));
        for (int line = 1; line < 12; line++) {
            graphics.fillRect(width / 10, line * height / 13, width * (5 + line % 3) / 10, height / 50);
        }
        graphics.dispose();
        Path file = folder.resolve(width + ".jpg");
        ImageIO.write(image, "jpg", file.toFile());
        return file;
    }
}
