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
        sealed.write(file(document, all(document).length), part);
    }

    /** Everything that came, in its order. */
    byte[] all(RecordId document) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path part = file(document, 0); Files.exists(part); part = file(document, all.size())) {
            all.writeBytes(sealed.read(part, 0, Limits.DOCUMENT_BYTES));
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

    private Path file(RecordId document, int from) {
        return folder.resolve(document + ".part-" + from);
    }
}
