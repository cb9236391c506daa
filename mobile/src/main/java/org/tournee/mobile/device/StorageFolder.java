package org.tournee.mobile.device;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/** Where the app keeps its files: a folder that no other app reads. */
@FunctionalInterface
public interface StorageFolder {

    /** The system property that names a folder, as the commands and the tests do. */
    String PROPERTY = "tournee.home";

    /** The folder; it may not exist yet. */
    Path path();

    /**
     * The folder named by {@link #PROPERTY}; else the one that a phone gives to the app; else, on a desk, {@code
     * $XDG_DATA_HOME/tournee} or {@code ~/.local/share/tournee}.
     *
     * @param ofPhone the app's private folder, where the device has such a thing
     */
    static StorageFolder choose(
            Optional<String> named, Optional<File> ofPhone, Optional<String> xdgDataHome, String userHome) {
        if (named.isPresent()) {
            return () -> Path.of(named.get());
        }
        if (ofPhone.isPresent()) {
            return () -> ofPhone.get().toPath();
        }
        Path data = xdgDataHome
                .filter(path -> Path.of(path).isAbsolute())
                .map(Path::of)
                .orElse(Path.of(userHome, ".local", "share"));
        return () -> data.resolve("tournee");
    }
}
