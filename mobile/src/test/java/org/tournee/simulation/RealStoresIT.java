package org.tournee.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.endtoend.ServerProcess;

/**
 * What holds over memory holds over PostgreSQL and SQLite. {@code ./test --simulation N --real} plays as many seeds as one
 * likes. It runs in a Java of its own, in which the server's libraries are there beside the phone's. Rule: R-SYN.
 */
class RealStoresIT {

    private static final long PATIENCE_MINUTES = 5;

    /** In the 34th somebody signs on a dossier that another was merged into: two stays run there. */
    @ParameterizedTest
    @CsvSource({"16, 1", "1, 34"})
    void plansHoldOverRealStores(int seeds, int first, @TempDir Path folder) throws Exception {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command(seeds, first))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as(() -> "it ends in time; it said " + said(said))
                    .isTrue();
        } finally {
            process.destroy(); // its database ends with it
        }

        assertThat(process.exitValue()).as(said(said)).isZero();
        assertThat(said(said)).contains(seeds + " seeds, nothing violated");
    }

    private static List<String> command(int seeds, int first) {
        Path server = ServerProcess.root().resolve("sync-server/target");
        String classPath = String.join(
                File.pathSeparator,
                System.getProperty("java.class.path"),
                server.resolve("test-classes").toString(),
                server.resolve("dist/lib") + File.separator + "*");
        return List.of(
                ServerProcess.java(),
                "--add-exports",
                "java.base/jdk.internal.vm=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx600m",
                "-cp",
                classPath,
                Simulation.class.getName(),
                Integer.toString(seeds),
                Integer.toString(first),
                "--real");
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
