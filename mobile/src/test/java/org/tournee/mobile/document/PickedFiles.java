package org.tournee.mobile.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tournee.mobile.device.DocumentSource;

/** A worker who chooses what a test says, and leaves copies with it. */
public final class PickedFiles implements DocumentSource {

    private Optional<Path> next = Optional.empty();
    private final List<byte[]> copies = new ArrayList<>();

    public void next(Path file) {
        next = Optional.of(file);
    }

    public List<byte[]> copies() {
        return copies;
    }

    @Override
    public Optional<Path> choose() {
        return next;
    }

    @Override
    public boolean leaveCopy(String name, byte[] bytes) throws IOException {
        return copies.add(bytes);
    }
}
