package org.tournee.server.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** A real PostgreSQL in a directory of the demonstration, which outlives the process and is used again. */
public final class DemoDatabase implements AutoCloseable {

    private static final Duration START_WITHIN = Duration.ofSeconds(60);
    private static final long STOP_WITHIN_SECONDS = 30;

    private final EmbeddedPostgres postgres;

    private DemoDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts the database on a free port.
     *
     * <p>One that a killed server left running on the same directory is stopped first; PostgreSQL then recovers what
     * was committed, as after any crash.
     *
     * @param directory the database's files; made where it is missing
     * @param durable whether a commit waits for the disk: not while an invented service is made, which a crash may cost
     * @throws IOException when PostgreSQL cannot start
     */
    public static DemoDatabase start(Path directory, boolean durable) throws IOException {
        String wait = durable ? "on" : "off";
        stopOrphan(directory);
        Files.createDirectories(directory);
        return new DemoDatabase(EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WITHIN)
                .setServerConfig("fsync", wait)
                .setServerConfig("synchronous_commit", wait)
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "128MB")
                .start());
    }

    /** Where the server connects, as user {@code postgres}. */
    public String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    DataSource dataSource() {
        return postgres.getPostgresDatabase();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    static void stopOrphan(Path directory) throws IOException {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        ProcessHandle postmaster = lines.isEmpty()
                ? null
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElse(null);
        if (postmaster == null || !isPostgres(postmaster)) {
            return;
        }
        stopFast(postmaster);
    }

    /** The number in the file may be another process's by now. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).endsWith("postgres"))
                .orElse(false);
    }

    /** SIGINT is PostgreSQL's fast shutdown; what {@link ProcessHandle#destroy} sends would wait for every client. */
    private static void stopFast(ProcessHandle postmaster) throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            postmaster.onExit().get(STOP_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping the PostgreSQL of a killed server", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The PostgreSQL of a killed server does not stop", e);
        }
    }
}
