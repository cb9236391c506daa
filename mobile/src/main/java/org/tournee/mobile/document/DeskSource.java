package org.tournee.mobile.document;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.device.DocumentSource;

/** The file chooser of a desk. */
final class DeskSource implements DocumentSource {

    private final Messages messages;

    DeskSource(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Optional<Path> choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("document.choose"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        messages.get("document.files"), "*.jpg", "*.jpeg", "*.png", "*.pdf"));
        return Optional.ofNullable(chooser.showOpenDialog(null)).map(File::toPath);
    }

    @Override
    public boolean leaveCopy(String name, byte[] bytes) throws IOException {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(null);
        if (file != null) {
            Files.write(file.toPath(), bytes);
        }
        return file != null;
    }
}
