package org.tournee.mobile.store;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Gives files other names, which stay theirs even where the power goes. */
final class Names {

    /** Windows keeps names by itself, and opens no folder. */
    private static final boolean FOLDERS_ARE_FORCED = File.separatorChar == '/';

    private Names() {}

    /** At once or not at all; what had that name before is gone. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (FOLDERS_ARE_FORCED) {
            try (FileChannel folder = FileChannel.open(to.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }
}
