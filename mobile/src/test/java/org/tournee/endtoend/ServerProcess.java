package org.tournee.endtoend;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server of the demonstration as a process of its own, out of the distribution that is shipped. */
public final class ServerProcess implements AutoCloseable {

    /** For one that starts often and does not run for long. */
    static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx300m");

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final long STOPS_WITHIN_SECONDS = 40;

    private final Path data;
    private final Path said;
    private final int caseload;
    private final List<String> javaOptions;
    private final List<String> demoOptions;
    private Process process;
    private Demo demo;

    private ServerProcess(Path data, Path said, int caseload, List<String> javaOptions, List<String> demoOptions) {
        this.data = data;
        this.said = said;
        this.caseload = caseload;
        this.javaOptions = javaOptions;
        this.demoOptions = demoOptions;
    }

    /** Starts it over that directory; the first time the service is made there. */
    public static ServerProcess start(Path data, int caseload) throws IOException {
        return start(data, caseload, List.of());
    }

    /** The same, with options for its Java, such as how much memory it may take. */
    public static ServerProcess start(Path data, int caseload, List<String> javaOptions) throws IOException {
        return start(data, data.toAbsolutePath().getParent(), caseload, javaOptions);
    }

    /** The same, with a folder for what it says and logs. */
    static ServerProcess start(Path data, Path said, int caseload, List<String> javaOptions) throws IOException {
        return begun(new ServerProcess(data, said, caseload, javaOptions, List.of()));
    }

    /** The same, at another time: by the clock that the file moves. */
    static ServerProcess start(Path data, int caseload, List<String> javaOptions, MovedClock clock) throws IOException {
        List<String> ahead = List.of("--ahead", clock.file().toString());
        return begun(new ServerProcess(data, data.toAbsolutePath().getParent(), caseload, javaOptions, ahead));
    }

    private static ServerProcess begun(ServerProcess server) throws IOException {
        server.begin();
        return server;
    }

    /** The system's number of it; its PostgreSQL is a process beside it. */
    public long pid() {
        return process.pid();
    }

    public Demo demo() {
        return demo;
    }

    /** Ends it at once, in the middle of whatever it does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again over the same directory; the port may be another. */
    public void begin() throws IOException {
        Path out = said.resolve(data.getFileName() + ".out");
        Path log = said.resolve(data.getFileName() + ".log");
        Files.createDirectories(said);
        Files.deleteIfExists(out);
        List<String> command = new ArrayList<>(List.of(java(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(javaOptions);
        command.addAll(List.of(
                "-cp",
                root().resolve("sync-server/target/dist/lib") + File.separator + "*",
                "org.tournee.server.demo.DemoServer",
                "--data",
                data.toString(),
                "--caseload",
                Integer.toString(caseload)));
        command.addAll(demoOptions);
        ProcessBuilder starting = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        starting.environment().put("MALLOC_ARENA_MAX", "2"); // as the runbook advises, where memory is scarce
        process = starting.start();
        Await.until("the server is ready, see " + log, READY_WITHIN, () -> isReady(out, log));
        demo = Demo.of(Files.readAllLines(out));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The server does not stop when asked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private boolean isReady(Path out, Path log) throws IOException {
        if (Files.exists(out) && Files.readAllLines(out).stream().anyMatch(line -> line.startsWith("READY "))) {
            return true;
        }
        if (!process.isAlive()) {
            List<String> lines = Files.readAllLines(log);
            throw new AssertionError("The server ended while starting:\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
        }
        return false;
    }

    /** The Java that runs this. */
    public static String java() {
        return ProcessHandle.current()
                .info()
                .command()
                .orElseGet(() ->
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    /** The top of the project, whatever directory of it this was started in. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Optional.of(here)
                .filter(path -> Files.isDirectory(path.resolve("sync-server")))
                .orElse(here.getParent());
    }
}
