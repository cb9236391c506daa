package org.tournee.server.store;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** Whether there is an archive outside the database, and where. Rule: R-SYN. */
@Singleton
public class ArchiveSettings {

    private final String directory;

    ArchiveSettings(@Value("${tournee.archive-directory:}") String directory) {
        this.directory = directory;
    }

    /** Empty: what the database holds is all that can be called durable. */
    public Optional<Path> directory() {
        return directory.isBlank() ? Optional.empty() : Optional.of(Path.of(directory));
    }

    public boolean isOn() {
        return directory().isPresent();
    }
}
