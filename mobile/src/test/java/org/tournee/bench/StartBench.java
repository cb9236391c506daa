package org.tournee.bench;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tournee.endtoend.ServerProcess;

/** From nothing to a usable list of 200 dossiers with 20,000 records, the PIN's Argon2id included. */
final class StartBench {

    static final String NAME = "app_start";

    private final Path folder;

    StartBench(Path folder) {
        this.folder = folder;
    }

    Figure measure(int times) throws Exception {
        Path full = folder.resolve("full");
        Path empty = folder.resolve("empty");
        FullStore.create(full).close();
        FullStore.empty(empty).close();
        double usable = Timing.medianMillis(times, () -> start(full));
        double nothing = Timing.medianMillis(times, () -> start(empty));
        return new Figure(NAME, usable, "ms", "the same with an empty store", nothing);
    }

    private static int start(Path store) throws Exception {
        List<String> command = new ArrayList<>(List.of(ServerProcess.java()));
        command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D") || argument.startsWith("--"))
                .toList());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                AppStart.class.getName(),
                store.toString(),
                FullStore.PIN));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            if (!AppStart.USABLE.equals(lines.readLine())) {
                throw new AssertionError("The application does not start");
            }
        }
        return process.waitFor();
    }
}
