package org.tournee.mobile.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.tournee.sync.RecordId;

/** The bytes of documents on a phone whose application may end between two changes of files, and what lies in their folder. */
public final class SimulatedFiles {

    private final Path folder;
    private final DocumentFiles files;

    private SimulatedFiles(Path folder, DocumentFiles files) {
        this.folder = folder;
        this.files = files;
    }

    /**
     * Those of a store.
     *
     * @param beforeChange called before each change of a file
     */
    public static SimulatedFiles beside(SyncStore store, Path home, Clock clock, Runnable beforeChange) {
        Path folder = DocumentFiles.folderOf(home, Base64.getDecoder().decode(store.documentsKey()));
        return new SimulatedFiles(folder, DocumentFiles.beside(store, home, clock, beforeChange));
    }

    public DocumentFiles files() {
        return files;
    }

    /** The names of those that are of no document which is kept. */
    public List<String> strays() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> !isOfOneThatIsKept(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOfOneThatIsKept(String name) {
        String[] parts = name.split("\\.", 2);
        return files.of(RecordId.parse(parts[0])).stream()
                .anyMatch(document -> parts[1].equals("standing")
                        || (document.isHere() ? parts[1].equals("bytes") : parts[1].matches("part-\\d+")));
    }
}
