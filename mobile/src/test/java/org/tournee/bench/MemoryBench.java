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
        String jars = ClassPathOfJars.ofPackage(folder.resolve("jars"));
        return new Figure(NAME, after(full, jars), "MB", "the same with an empty store", after(empty, jars));
    }

    private static double after(Path store, String classPath) throws Exception {
        Process process = PackagedApp.start(List.of(), classPath, FieldWork.class, store);
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
