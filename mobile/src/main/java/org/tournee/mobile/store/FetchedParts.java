package org.tournee.mobile.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tournee.mobile.store.StoreException.Problem;
import org.tournee.sync.Limits;
import org.tournee.sync.RecordId;

/** What came of a document that is being fetched: each part sealed and on the disk, so that a cut or a kill costs one. */
final class FetchedParts {

    private final Path folder;
    private final SealedBytes sealed;

    FetchedParts(Path folder, SealedBytes sealed) {
        this.folder = folder;
        this.sealed = sealed;
    }

    /** Adds what follows; at most {@link Limits#DOCUMENT_BYTES}. */
    void add(RecordId document, byte[] part) {
        sealed.write(file(document, arrived(document)), part);
    }

    /** How many bytes came: where the last part begins, and what is in it; the others are not read for it. */
    int arrived(RecordId document) {
        int last = files(document).stream().mapToInt(FetchedParts::from).max().orElse(0);
        Path part = file(document, last);
        return Files.exists(part) ? last + read(part).length : 0;
    }

    /** Everything that came, in its order. */
    byte[] all(RecordId document) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path part = file(document, 0); Files.exists(part); part = file(document, all.size())) {
            all.writeBytes(read(part));
        }
        return all.toByteArray();
    }

    void remove(RecordId document) {
        files(document).forEach(sealed::delete);
    }

    /** In any order. */
    List<Path> files(RecordId document) {
        List<Path> files = new ArrayList<>();
        try (var parts = Files.newDirectoryStream(folder, document + ".part-*[0-9]")) { // no unfinished one
            parts.forEach(files::add);
        } catch (IOException e) {
            throw new StoreException(Problem.OTHER, e);
        }
        return files;
    }

    private byte[] read(Path part) {
        return sealed.read(part, 0, Limits.DOCUMENT_BYTES);
    }

    private static int from(Path part) {
        String name = part.getFileName().toString();
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }

    private Path file(RecordId document, int from) {
        return folder.resolve(document + ".part-" + from);
    }
}
