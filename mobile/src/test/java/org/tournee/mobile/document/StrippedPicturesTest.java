package org.tournee.mobile.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.device.Pictures;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.sync.RecordId;

/** Of a picture that is taken in, the picture alone is kept: no place, no time, no device. Rules: R-DOC, R-OUT, R-GDPR. */
class StrippedPicturesTest {

    private static final String WARNING = "Cette photo garde peut-être le lieu, l’heure et l’appareil de la prise de "
            + "vue : l’application n’a pas pu les en retirer. Reprenez-la, ou choisissez-la en JPEG ou en PNG. "
            + "Si vous l’enregistrez, elle reste telle quelle.";

    /** One for all pictures: opening one for each would be a third of the time. */
    private static OpenDossierPhone phone;

    @TempDir
    Path folder;

    private RecordId last;

    @BeforeAll
    static void open() {
        phone = OpenDossierPhone.usual();
    }

    @AfterAll
    static void close() {
        phone.close();
    }

    static List<byte[]> noted() {
        return List.of(
                NotedPictures.jpeg(80, 60, 1),
                NotedPictures.jpeg(80, 60, 6),
                NotedPictures.progressive(80, 60),
                NotedPictures.png(80, 60, 1),
                NotedPictures.png(80, 60, 3));
    }

    @ParameterizedTest
    @MethodSource("noted")
    void nothingThatACameraNotedIsKeptAndNoPixelIsLost(byte[] chosen) throws IOException {
        byte[] kept = taken(chosen);

        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(NotedPictures.NOTES.toArray(String[]::new));
        assertThat(argb(NotedPictures.pixels(kept))).isEqualTo(argb(NotedPictures.pixels(chosen)));
        assertThat(phone.shows(WARNING)).isFalse();
    }

    @Test
    void aPictureWithoutNotesStaysAsItIs() throws IOException {
        byte[] plain = NotedPictures.plain(80, 60, false);
        assertThat(taken(plain)).isEqualTo(plain);
    }

    /** The dark corner of the picture, as it lies, is at the top left. */
    @ParameterizedTest
    @CsvSource({
        "1, 80, 60, 0, 0",
        "2, 80, 60, 1, 0",
        "3, 80, 60, 1, 1",
        "4, 80, 60, 0, 1",
        "5, 60, 80, 0, 0",
        "6, 60, 80, 1, 0",
        "7, 60, 80, 1, 1",
        "8, 60, 80, 0, 1"
    })
    void howThePhoneWasHeldIsKeptAndSeen(int orientation, int width, int height, int darkRight, int darkBelow)
            throws IOException {
        taken(NotedPictures.jpeg(80, 60, orientation));
        Image seen = seen();

        assertThat(seen.getWidth() / seen.getHeight()).isCloseTo((double) width / height, within(0.01));
        double across = seen.getWidth() * (0.25 + 0.5 * darkRight);
        double down = seen.getHeight() * (0.25 + 0.5 * darkBelow);
        assertThat(seen.getPixelReader().getColor((int) across, (int) down))
                .satisfies(colour -> assertThat(colour.getBrightness()).isLessThan(0.2));
        assertThat(seen.getPixelReader().getColor((int) (seen.getWidth() - across), (int) (seen.getHeight() - down)))
                .extracting(Color::getBrightness)
                .satisfies(brightness -> assertThat(brightness).isGreaterThan(0.8));
    }

    @Test
    void aHugePictureThatIsMadeSmallerIsStillTurned() throws IOException {
        byte[] kept = taken(NotedPictures.jpeg(4_000, 3_000, 6));

        assertThat(NotedPictures.pixels(kept).getWidth()).isEqualTo(Pictures.LONGEST_SIDE);
        assertThat(seen()).satisfies(image -> assertThat(image.getHeight()).isGreaterThan(image.getWidth()));
    }

    /** What cannot be taken apart may be the only one that there is: it is kept whole, and the worker decides. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\u00FF\u00D8\u00FF\u00E1\u00FF\u00FFExif", "\u0089PNG\r\n\u001A\n", "\0\0\0\u0018ftypheic"})
    void aPictureThatCannotBeTakenApartIsKeptWholeAndTheWorkerIsTold(String damaged) throws IOException {
        byte[] chosen = NotedPictures.text(damaged + "46.5802N");
        choose(chosen);
        assertThat(phone.shows(WARNING)).isTrue();
        phone.back();
        phone.open(new Destination.DocumentForm(phone.dossier(0), "devis", null));
        assertThat(phone.shows(WARNING)).isTrue();

        assertThat(saved()).isEqualTo(chosen);
    }

    @Test
    void aPictureThatWasCutShortIsStrippedToo() throws IOException {
        byte[] whole = NotedPictures.jpeg(80, 60, 1);
        byte[] kept = taken(Arrays.copyOf(whole, whole.length - 60));

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Poitiers", "46.5802N");
    }

    @Test
    void aFileThatIsNoPictureIsKeptAsItIs() throws IOException {
        byte[] letter = NotedPictures.text("%PDF-1.7 une lettre de Poitiers");
        choose(letter);
        assertThat(phone.shows(WARNING)).isFalse();
        assertThat(saved()).isEqualTo(letter);
    }

    private byte[] taken(byte[] chosen) throws IOException {
        choose(chosen);
        return saved();
    }

    private void choose(byte[] chosen) throws IOException {
        phone.picked.next(Files.write(folder.resolve("chosen"), chosen));
        phone.open(new Destination.DocumentForm(phone.dossier(0), "devis", null));
        phone.tap("#document-choose");
    }

    /** The bytes that are kept. */
    private byte[] saved() {
        Set<RecordId> before = described();
        phone.tap("#document-agreed");
        phone.tap("#document-save");
        Set<RecordId> now = described();
        now.removeAll(before);
        assertThat(now).hasSize(1);
        last = now.iterator().next();
        return phone.fixture.documents().all(phone.fixture.documents().of(last).orElseThrow());
    }

    private static Set<RecordId> described() {
        return phone.contents(0).documents().stream().map(Entry::id).collect(Collectors.toSet());
    }

    /** The picture that was saved last, as its page shows it. */
    private Image seen() {
        phone.open(new Destination.DocumentPage(phone.dossier(0), last));
        return ((ImageView) phone.find(".image-view")).getImage();
    }

    private static int[] argb(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
