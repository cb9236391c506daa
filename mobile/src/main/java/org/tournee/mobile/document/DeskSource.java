package org.tournee.mobile.document;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.device.ChosenFile;
import org.tournee.mobile.device.DocumentSource;

/** The file chooser of a desk. */
public record DeskSource(Messages messages) implements DocumentSource {

    @Override
    public boolean hasCamera() {
        return false;
    }

    @Override
    public void takePicture(Consumer<ChosenFile> taken) {}

    @Override
    public void choose(Consumer<ChosenFile> chosen) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("document.choose"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        messages.get("document.files"), "*.jpg", "*.jpeg", "*.png", "*.pdf"));
        Optional.ofNullable(chooser.showOpenDialog(null))
                .ifPresent(file -> chosen.accept(new ChosenFile(file.toPath(), false)));
    }
}
