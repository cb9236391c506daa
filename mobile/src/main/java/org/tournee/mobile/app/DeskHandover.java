package org.tournee.mobile.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import javafx.stage.FileChooser;
import org.tournee.mobile.device.Handover;

/** Saves a copy where the worker says. */
record DeskHandover() implements Handover {

    @Override
    public boolean isToOtherApp() {
        return false;
    }

    @Override
    public Outcome give(String name, String contentType, byte[] bytes) throws IOException {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(null);
        if (file == null) {
            return Outcome.LEFT;
        }
        Files.write(file.toPath(), bytes);
        return Outcome.SAVED;
    }
}
