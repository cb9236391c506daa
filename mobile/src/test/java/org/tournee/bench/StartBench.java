package org.tournee.bench;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * From nothing to a usable list of 200 dossiers with 20,000 records, the PIN's Argon2id included, as the package starts the
 * app: with an AOT cache that was made over an empty store.
 */
final class StartBench {

    static final String NAME = "app_start";

    private final Path folder;
    private final Path cache;

    StartBench(Path folder) {
        this.folder = folder;
        this.cache = folder.resolve("start.aot");
    }

    Figure measure(int times) throws Exception {
        Path full = folder.resolve("full");
        Path empty = folder.resolve("empty");
        FullStore.create(full).close();
        FullStore.empty(empty).close();
        String jars = ClassPathOfJars.in(folder.resolve("jars"));
        start("-XX:AOTCacheOutput=" + cache, jars, empty);
        if (!Files.exists(cache)) {
            throw new AssertionError("No AOT cache was made");
        }
        String cached = "-XX:AOTCache=" + cache;
        double usable = Timing.medianMillis(times, () -> start(cached, jars, full));
        double nothing = Timing.medianMillis(times, () -> start(cached, jars, empty));
        return new Figure(NAME, usable, "ms", "the same with an empty store", nothing);
    }

    private static int start(String option, String classPath, Path store) throws Exception {
        Process process = PackagedApp.start(List.of(option), classPath, AppStart.class, store);
        try (BufferedReader lines = process.inputReader()) {
            if (!AppStart.USABLE.equals(lines.readLine())) {
                throw new AssertionError("The application does not start");
            }
        }
        return process.waitFor();
    }
}
