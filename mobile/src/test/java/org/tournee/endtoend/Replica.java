package org.tournee.endtoend;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A copy of a running PostgreSQL: a base backup as {@code pg_basebackup} makes it, by the same functions of the server,
 * that can follow it as a streaming replica.
 */
final class Replica {

    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final Path directory;
    private final String primary;

    private Replica(Path directory, String primary) {
        this.directory = directory;
        this.primary = primary;
    }

    /**
     * Copies the files of a database that goes on working.
     *
     * @param files of the primary
     * @param directory of the copy; it must not be there yet
     * @param primary its address
     */
    static Replica copied(Path files, Path directory, String primary) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(primary, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('copy', true)");
            copy(files, directory);
            try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                Files.writeString(directory.resolve("backup_label"), label.getString(1));
            }
            // What the copy needs to become whole was written meanwhile.
            copy(files.resolve("pg_wal"), directory.resolve("pg_wal"));
        }
        Files.deleteIfExists(directory.resolve("postmaster.pid"));
        return new Replica(directory, primary);
    }

    Path directory() {
        return directory;
    }

    /** What makes recovery end in another timeline, as after a restore with whatever of the journal there is. */
    void restoreByTheBook() throws IOException {
        Files.createFile(directory.resolve("recovery.signal"));
        configure("restore_command = 'false'");
    }

    /** Starts it as a replica that follows the primary. */
    PostgresProcess follow(PostgresProcess like) throws IOException {
        Files.createFile(directory.resolve("standby.signal"));
        configure("primary_conninfo = 'host=localhost port=" + port(primary) + " user=postgres'");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        PostgresProcess replica = like.over(directory, port);
        replica.start();
        return replica;
    }

    /** It follows no further: from now on it lacks what the primary commits. */
    void fallBehind(PostgresProcess replica) {
        replica.execute("alter system set primary_conninfo = ''");
        replica.execute("select pg_reload_conf()");
        Await.until("the replica follows no more", WITHIN, () -> replica.number("""
                select count(*) from pg_stat_wal_receiver""") == 0);
    }

    /** Makes a primary of it and stops it; its files then go where the old ones were. */
    void promote(PostgresProcess replica) throws IOException {
        replica.execute("select pg_promote(true, 60)");
        replica.crash();
        Files.writeString(directory.resolve("postgresql.auto.conf"), "");
    }

    private void configure(String line) throws IOException {
        Files.writeString(
                directory.resolve("postgresql.auto.conf"),
                line + System.lineSeparator(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String port(String address) {
        return address.replaceAll("^.*:(\\d+)/.*$", "$1");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path made = to.resolve(from.relativize(folder));
                Files.createDirectories(made);
                Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    Files.write(to.resolve(from.relativize(file)), Files.readAllBytes(file));
                } catch (NoSuchFileException e) {
                    return FileVisitResult.CONTINUE; // taken away meanwhile, as the journal says too
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                if (problem instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // likewise
                }
                throw problem;
            }
        });
    }
}
