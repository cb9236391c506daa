package org.tournee.mobile.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tournee.mobile.store.StoreException.Problem;
import org.tournee.sync.MalformedException;
import org.tournee.sync.RecordId;
import org.tournee.sync.Wire;

/**
 * The sealed files of documents: of each its standing, and its bytes or the parts of them that came. The standing is written
 * last and removed first: files without one are nobody's.
 */
final class DocumentFolder {

    private static final String BYTES = ".bytes";
    private static final String STANDING = ".standing";
    private static final int MOST_STANDING_BYTES = 64 * 1024;

    private final Path folder;
    private final SealedBytes sealed;
    private final FetchedParts parts;

    private DocumentFolder(Path folder, SealedBytes sealed) {
        this.folder = folder;
        this.sealed = sealed;
        this.parts = new FetchedParts(folder, sealed);
    }

    /** @throws StoreException OTHER when the folder cannot be made */
    static DocumentFolder at(Path folder, SealedBytes sealed) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(Problem.OTHER, e);
        }
        return new DocumentFolder(folder, sealed);
    }

    /** What came of documents that are being fetched. */
    FetchedParts parts() {
        return parts;
    }

    /**
     * How far each got.
     *
     * @throws StoreException UNREADABLE when one was altered
     */
    Map<RecordId, KeptDocument> standings() {
        Map<RecordId, KeptDocument> all = new LinkedHashMap<>();
        for (Path file : files()) {
            if (file.toString().endsWith(STANDING)) {
                KeptDocument document = standing(file);
                all.put(document.document(), document);
            }
        }
        return all;
    }

    private KeptDocument standing(Path file) {
        try {
            return Wire.read(KeptDocument.class, sealed.read(file, 0, MOST_STANDING_BYTES));
        } catch (MalformedException e) {
            throw new StoreException(Problem.UNREADABLE, e);
        }
    }

    /** Keeps how far it got. */
    void write(KeptDocument document) {
        sealed.write(standingOf(document.document()), Wire.json(document).getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps its bytes. */
    void write(RecordId document, byte[] bytes) {
        sealed.write(bytesOf(document), bytes);
    }

    /** A part of its clear bytes. */
    byte[] read(RecordId document, long from, int most) {
        return sealed.read(bytesOf(document), from, most);
    }

    void remove(RecordId document) {
        sealed.delete(standingOf(document));
        sealed.delete(bytesOf(document));
        parts.remove(document);
    }

    /** Removes what is nobody's: where the app was killed bytes may be left without a standing, or one that is unfinished. */
    void keepOnly(Collection<KeptDocument> documents) {
        Set<Path> owned =
                documents.stream().flatMap(document -> files(document).stream()).collect(Collectors.toSet());
        files().stream().filter(file -> !owned.contains(file)).forEach(sealed::delete);
    }

    /** Removes the folder, which has to be empty. */
    void delete() {
        sealed.delete(folder);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new StoreException(Problem.OTHER, e);
        }
    }

    private List<Path> files(KeptDocument document) {
        List<Path> files = new ArrayList<>(List.of(standingOf(document.document())));
        if (document.isHere()) {
            files.add(bytesOf(document.document()));
        } else {
            files.addAll(parts.files(document.document()));
        }
        return files;
    }

    private Path bytesOf(RecordId document) {
        return folder.resolve(document + BYTES);
    }

    private Path standingOf(RecordId document) {
        return folder.resolve(document + STANDING);
    }
}
