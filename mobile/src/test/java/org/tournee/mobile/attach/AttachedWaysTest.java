package org.tournee.mobile.attach;

import static org.assertj.core.api.Assertions.assertThat;

import com.gluonhq.attach.pictures.PicturesService;
import com.gluonhq.attach.share.ShareService;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tournee.mobile.device.ChosenFile;
import org.tournee.mobile.device.Handover;
import org.tournee.mobile.device.Ways;
import org.tournee.mobile.document.PickedFiles;

/** How the app goes about with a phone's services, whose own half is in the phone. */
class AttachedWaysTest {

    private static final byte[] FILE = "BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void aPhoneWithoutServicesFallsBackAndClaimsNoOtherApp() {
        Ways desk = new PickedFiles().ways();
        Ways ways = AttachedWays.of(Optional.empty(), Optional.empty(), Optional.empty(), folder, desk);

        assertThat(ways.source()).isSameAs(desk.source());
        assertThat(ways.handover()).isSameAs(desk.handover());
        assertThat(ways.apps().open(URI.create("tel:+33549000000"))).isFalse();
    }

    @Test
    void aPictureComesOnceAsACopyForTheAppAndTheAlbumGetsNone() throws IOException {
        Camera camera = new Camera(Files.write(folder.resolve("IMG_1.jpg"), FILE));
        AttachedSource source = new AttachedSource(camera);
        List<ChosenFile> came = new ArrayList<>();
        source.takePicture(came::add);
        assertThat(came).as("nobody pressed the shutter yet").isEmpty();

        camera.shoot();
        camera.shoot(); // as if the phone told twice
        assertThat(came).containsExactly(new ChosenFile(folder.resolve("IMG_1.jpg"), true));
        assertThat(camera.album).isFalse();
    }

    @Test
    void whoLeavesTheCameraAndComesBackGetsTheLaterPictureAlone() {
        Camera camera = new Camera(folder.resolve("IMG_2.jpg"));
        AttachedSource source = new AttachedSource(camera);
        List<ChosenFile> first = new ArrayList<>();
        List<ChosenFile> second = new ArrayList<>();
        source.takePicture(first::add);
        source.choose(second::add);
        camera.shoot();

        assertThat(first).isEmpty();
        assertThat(second).hasSize(1);
    }

    @Test
    void aCopyIsOfferedToOtherAppsAndDoesNotStayInTheClear() throws IOException {
        Shared shared = new Shared();
        Path copies = folder.resolve("handover");
        AttachedHandover handover = new AttachedHandover(shared, copies);
        assertThat(handover.give("semaine.ics", "text/calendar", FILE)).isEqualTo(Handover.Outcome.OFFERED);
        assertThat(shared.files).containsExactly(copies.resolve("semaine.ics").toFile());
        assertThat(shared.types).containsExactly("text/calendar");
        assertThat(copies.resolve("semaine.ics")).hasBinaryContent(FILE);

        handover.give("document.pdf", "application/pdf", FILE);
        assertThat(copies.resolve("semaine.ics")).doesNotExist();

        assertThat(new AttachedHandover(shared, copies).isToOtherApp()).isTrue();
        assertThat(copies).as("the next start").isEmptyDirectory();
    }

    /** Attach's camera, as its services for Android and iOS behave. */
    @SuppressWarnings("deprecation") // the interface still asks for what waits on the screen's thread
    private static final class Camera implements PicturesService {

        private final ReadOnlyObjectWrapper<@Nullable Image> image = new ReadOnlyObjectWrapper<>();
        private final Path file;
        private boolean album;

        Camera(Path file) {
            this.file = file;
        }

        void shoot() {
            image.set(new WritableImage(1, 1));
        }

        @Override
        public void asyncTakePhoto(boolean savePhoto) {
            album |= savePhoto;
            image.set(null);
        }

        @Override
        public void asyncLoadImageFromGallery() {
            image.set(null);
        }

        @Override
        public Optional<File> getImageFile() {
            return Optional.of(file.toFile());
        }

        @Override
        public ReadOnlyObjectProperty<Image> imageProperty() {
            return image.getReadOnlyProperty();
        }

        @Override
        public Optional<Image> takePhoto(boolean savePhoto) {
            throw new UnsupportedOperationException("would wait on the screen's thread");
        }

        @Override
        public Optional<Image> loadImageFromGallery() {
            throw new UnsupportedOperationException("would wait on the screen's thread");
        }
    }

    /** What was given to Attach's share service. */
    private static final class Shared implements ShareService {

        private final List<String> types = new ArrayList<>();
        private final List<File> files = new ArrayList<>();

        @Override
        public void share(String type, File file) {
            types.add(type);
            files.add(file);
        }

        @Override
        public void share(String contentText) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void share(String subject, String contentText) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void share(String subject, String contentText, String type, File file) {
            throw new UnsupportedOperationException();
        }
    }
}
