package org.tournee.mobile.attach;

import com.gluonhq.attach.pictures.PicturesService;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.device.ChosenFile;
import org.tournee.mobile.device.DocumentSource;

/**
 * A phone's camera and gallery. Both leave a copy in a folder of the app: it is read and deleted, and the album gets none.
 * A worker who changes their mind is not told of by every phone, so that nothing waits for an answer.
 */
final class AttachedSource implements DocumentSource {

    private final PicturesService service;
    private Optional<Consumer<ChosenFile>> waiting = Optional.empty();

    AttachedSource(PicturesService service) {
        this.service = service;
        service.imageProperty().addListener((on, was, is) -> came(is));
    }

    @Override
    public boolean hasCamera() {
        return true;
    }

    @Override
    public void takePicture(Consumer<ChosenFile> taken) {
        waiting = Optional.of(taken);
        service.asyncTakePhoto(false);
    }

    @Override
    public void choose(Consumer<ChosenFile> chosen) {
        waiting = Optional.of(chosen);
        service.asyncLoadImageFromGallery();
    }

    /** The picture is a small one to be shown; the document is the file. */
    private void came(@Nullable Image picture) {
        if (picture != null) {
            Optional<Consumer<ChosenFile>> asked = waiting;
            waiting = Optional.empty();
            asked.ifPresent(then ->
                    service.getImageFile().ifPresent(file -> then.accept(new ChosenFile(file.toPath(), true))));
        }
    }
}
