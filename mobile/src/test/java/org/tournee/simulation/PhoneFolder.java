package org.tournee.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a phone keeps the bytes of documents: a folder in memory, where the machine has that. */
final class PhoneFolder {

    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path life;
    private final Path path;

    private PhoneFolder(Path life) {
        this.life = life;
        this.path = inside(life);
    }

    private interface Work<R> {
        R done() throws IOException;
    }

    private static <R> R with(Work<R> work) {
        try {
            return work.done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path inside(Path life) {
        return with(() -> Files.createTempDirectory(life, "phone"));
    }

    /** An empty place for all phones of a life. */
    static Path life() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return with(() -> Files.createTempDirectory(Files.isWritable(MEMORY) ? MEMORY : temporary, "tournee-life"));
    }

    /** An empty one. */
    static PhoneFolder in(Path life) {
        return new PhoneFolder(life);
    }

    Path path() {
        return path;
    }

    /** Another one with the same in it. */
    PhoneFolder copy() {
        PhoneFolder copy = new PhoneFolder(life);
        copy.putBack(this);
        return copy;
    }

    /** Has what the other one has, and nothing else. */
    void putBack(PhoneFolder other) {
        empty(path);
        for (Path each : below(other.path)) {
            with(() -> Files.copy(each, path.resolve(other.path.relativize(each).toString())));
        }
    }

    /** Removes everything in a folder. */
    private static void empty(Path folder) {
        below(folder).reversed().forEach(each -> with(() -> Files.deleteIfExists(each)));
    }

    /** Removes the place of a life. */
    static void remove(Path life) {
        empty(life);
        with(() -> Files.deleteIfExists(life));
    }

    private static List<Path> below(Path folder) {
        return with(() -> {
            try (Stream<Path> all = Files.walk(folder)) {
                return all.filter(each -> !each.equals(folder))
                        .sorted(Comparator.naturalOrder())
                        .toList();
            }
        });
    }
}
