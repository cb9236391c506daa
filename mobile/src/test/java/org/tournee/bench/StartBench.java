package org.tournee.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * From nothing to a usable list of 200 dossiers with 20,000 records, as the package starts the app: from its jars, with an
 * AOT cache that was made over a store with invented people. What a worker waits for counts: until the PIN is asked, and
 * from its last digit, Argon2id included, until the list is there.
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
        String jars = ClassPathOfJars.ofPackage(folder.resolve("jars"));
        waited("-XX:AOTCacheOutput=" + cache, jars, full);
        if (!Files.exists(cache)) {
            throw new AssertionError("No AOT cache was made");
        }
        String cached = "-XX:AOTCache=" + cache;
        double usable = median(times, cached, jars, full);
        double nothing = median(times, cached, jars, empty);
        return new Figure(NAME, usable, "ms", "the same with an empty store", nothing);
    }

    private static double median(int times, String option, String classPath, Path store) throws Exception {
        double[] taken = new double[times];
        for (int i = 0; i < times; i++) {
            taken[i] = waited(option, classPath, store);
        }
        return Timing.median(taken);
    }

    /** What the process does once the list is there is waited for, and not timed. */
    private static double waited(String option, String classPath, Path store) throws Exception {
        long begun = System.nanoTime();
        Process process = PackagedApp.start(List.of(option), classPath, AppStart.class, store);
        BufferedReader lines = process.inputReader();
        await(AppStart.ASKED, lines);
        long asked = System.nanoTime();
        await(AppStart.TYPED, lines);
        long typed = System.nanoTime();
        await(AppStart.USABLE, lines);
        long usable = System.nanoTime();
        process.waitFor();
        return (asked - begun + usable - typed) / Timing.NANOS_OF_A_MILLI;
    }

    private static void await(String said, BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (!said.equals(line)) { // a training says other things too
            if (line == null) {
                throw new AssertionError("The application does not start");
            }
            line = lines.readLine();
        }
    }
}
