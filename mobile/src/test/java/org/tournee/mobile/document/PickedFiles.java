package org.tournee.mobile.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tournee.mobile.device.DocumentSource;

/** A worker who chooses what a test says, and leaves copies with it. */
public final class PickedFiles implements DocumentSource {

    private Optional<Path> next = Optional.empty();
    private final List<byte[]> copies = new ArrayList<>();
    private final Map<String, byte[]> left = new LinkedHashMap<>();

    public void next(Path file) {
        next = Optional.of(file);
    }

    public List<byte[]> copies() {
        return copies;
    }

    /** The copies by the name that was proposed. */
    public Map<String, byte[]> left() {
        return left;
    }

    @Override
    public Optional<Path> choose() {
        return next;
    }

    @Override
    public boolean leaveCopy(String name, byte[] bytes) throws IOException {
        left.put(name, bytes);
        return copies.add(bytes);
    }
}
