package org.tournee.endtoend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tournee.mobile.app.ScreenCamera;

/** Where the pictures of a run go, each under its number. */
public final class Pictures {

    private final Path folder;
    private final List<Path> taken = new ArrayList<>();

    public Pictures(Path folder) {
        this.folder = folder;
    }

    void take(ScreenCamera camera, String name) {
        camera.take(next(name));
    }

    /** The file of the next picture. */
    Path next(String name) {
        Path picture = folder.resolve("%02d-%s.png".formatted(taken.size() + 1, name));
        taken.add(picture);
        return picture;
    }

    public List<Path> taken() {
        return List.copyOf(taken);
    }
}
