package org.tournee.bench;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;

/** What the app takes of the machine's memory once a worker has used it for a while, as the package starts it. */
final class MemoryBench {

    static final String NAME = "memory";

    private final Path folder;

    MemoryBench(Path folder) {
        this.folder = folder;
    }

    Figure measure() throws Exception {
        Path full = folder.resolve("full");
        Path empty = folder.resolve("empty");
        FullStore.create(full).close();
        FullStore.empty(empty).close();
        return new Figure(NAME, after(full), "MB", "the same with an empty store", after(empty));
    }

    private static double after(Path store) throws Exception {
        Process process = PackagedApp.start(List.of(), System.getProperty("java.class.path"), FieldWork.class, store);
        try (BufferedReader lines = process.inputReader()) {
            if (!FieldWork.USED.equals(lines.readLine())) {
                throw new AssertionError("The application cannot be used");
            }
            return new ServerMemory(process.pid()).now();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
