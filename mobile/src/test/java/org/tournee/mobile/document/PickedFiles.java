package org.tournee.mobile.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tournee.mobile.device.ChosenFile;
import org.tournee.mobile.device.DocumentSource;
import org.tournee.mobile.device.Handover;
import org.tournee.mobile.device.Ways;

/** A worker who chooses what a test says, and keeps the copies that the app gives away. */
public final class PickedFiles implements DocumentSource, Handover {

    private Optional<Path> next = Optional.empty();
    private boolean camera;
    private final Map<String, byte[]> given = new LinkedHashMap<>();

    public void next(Path file) {
        next = Optional.of(file);
    }

    /** From now on the device is a phone: it has a camera, and each file that it gives is a copy for the app. */
    public void onPhone() {
        camera = true;
    }

    /** The copies by the name that was proposed. */
    public Map<String, byte[]> given() {
        return given;
    }

    /** These ways; no other app takes an address. */
    public Ways ways() {
        return new Ways(this, this, address -> false);
    }

    @Override
    public boolean hasCamera() {
        return camera;
    }

    @Override
    public void takePicture(Consumer<ChosenFile> taken) {
        choose(taken);
    }

    @Override
    public void choose(Consumer<ChosenFile> chosen) {
        next.ifPresent(file -> chosen.accept(new ChosenFile(file, camera)));
    }

    @Override
    public boolean isToOtherApp() {
        return camera;
    }

    @Override
    public Outcome give(String name, String contentType, byte[] bytes) throws IOException {
        given.put(name, bytes);
        return camera ? Outcome.OFFERED : Outcome.SAVED;
    }
}
