package org.tournee.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL of a server of the demonstration: stopped as by a crash, and started again as it was. */
final class PostgresProcess {

    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final Path directory;
    private final String address;
    private final List<String> command;

    private PostgresProcess(Path directory, String address, List<String> command) {
        this.directory = directory;
        this.address = address;
        this.command = command;
    }

    /** That of a server which runs, over the directory of its data. */
    static PostgresProcess of(Path data, Demo demo) throws IOException {
        Path directory = files(data);
        ProcessHandle.Info info = postmaster(directory).orElseThrow().info();
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U")); // it does not run as root
        }
        command.add(info.command().orElseThrow());
        command.addAll(List.of(info.arguments().orElseThrow()));
        return new PostgresProcess(directory, demo.database(), command);
    }

    /** Whether one runs over that directory of a server's data. */
    static boolean runsIn(Path data) throws IOException {
        return postmaster(files(data)).isPresent();
    }

    private static Path files(Path data) {
        return data.resolve("postgresql");
    }

    /** The same program over other files, at another port. */
    PostgresProcess over(Path files, int port) {
        List<String> changed = command.stream()
                .map(part -> part.equals(directory.toString()) ? files.toString() : part)
                .map(part -> part.equals(port(address)) ? Integer.toString(port) : part)
                .toList();
        return new PostgresProcess(files, address.replace(":" + port(address) + "/", ":" + port + "/"), changed);
    }

    private static String port(String address) {
        return address.replaceAll("^.*:(\\d+)/.*$", "$1");
    }

    Path directory() {
        return directory;
    }

    void execute(String statement) {
        try (Connection connection = connect();
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError("PostgreSQL does not do what is asked", e);
        }
    }

    long number(String query) {
        return Long.parseLong(text(query));
    }

    String text(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new AssertionError("PostgreSQL does not answer", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address, "postgres", "");
    }

    /** PostgreSQL's immediate shutdown: every session ends where it stands, nothing is written any more. */
    void crash() throws IOException {
        ProcessHandle postmaster = postmaster(directory).orElseThrow();
        new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster.pid())).start();
        Await.until("PostgreSQL is gone", WITHIN, () -> !postmaster.isAlive());
    }

    /** Starts it at its port; returns once it recovered and answers. */
    void start() throws IOException {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Await.until("PostgreSQL answers", WITHIN, this::answers);
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false; // not yet
        }
    }

    private static Optional<ProcessHandle> postmaster(Path directory) throws IOException {
        Path file = directory.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
    }
}
