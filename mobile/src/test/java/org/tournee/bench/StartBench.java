package org.tournee.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * From nothing to a usable list of 200 dossiers with 20,000 records, the PIN's Argon2id included, as the package starts the
 * app: from its jars, with an AOT cache that was made over a store with invented people.
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
        start("-XX:AOTCacheOutput=" + cache, jars, full).waitFor();
        if (!Files.exists(cache)) {
            throw new AssertionError("No AOT cache was made");
        }
        String cached = "-XX:AOTCache=" + cache;
        double usable = median(times, cached, jars, full);
        double nothing = median(times, cached, jars, empty);
        return new Figure(NAME, usable, "ms", "the same with an empty store", nothing);
    }

    /** Until the list is there; what the process does then is waited for, and not timed. */
    private static double median(int times, String option, String classPath, Path store) throws Exception {
        double[] taken = new double[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            Process process = start(option, classPath, store);
            taken[i] = (System.nanoTime() - begun) / Timing.NANOS_OF_A_MILLI;
            process.waitFor();
        }
        return Timing.median(taken);
    }

    private static Process start(String option, String classPath, Path store) throws IOException {
        Process process = PackagedApp.start(List.of(option), classPath, AppStart.class, store);
        BufferedReader lines = process.inputReader();
        if (lines.lines().noneMatch(AppStart.USABLE::equals)) { // a training says other things too
            throw new AssertionError("The application does not start");
        }
        return process;
    }
}
