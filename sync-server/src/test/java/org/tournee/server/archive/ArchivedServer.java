package org.tournee.server.archive;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.tournee.server.Application;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/** A whole service over a PostgreSQL of its own, with an archive: stopped, copied, set back and started again. */
final class ArchivedServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private EmbeddedPostgres postgres;
    private ApplicationContext beans;
    private EmbeddedServer server;

    ArchivedServer(Path folder) {
        this.folder = folder;
        start();
    }

    ApplicationContext beans() {
        return beans;
    }

    String address() {
        return server.getURL().toString();
    }

    void start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("database"))
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        beans = ApplicationContext.builder()
                .mainClass(Application.class)
                .banner(false)
                .environments("test")
                .properties(properties())
                .start();
        server = beans.getBean(EmbeddedServer.class).start();
        await(() -> beans.getBean(ServiceGate.class).isOpen());
    }

    /** A second instance of the service over the same database and archive; whoever asked for it closes it. */
    ApplicationContext anotherInstance() {
        return ApplicationContext.builder()
                .mainClass(Application.class)
                .banner(false)
                .environments("test")
                .properties(properties())
                .start();
    }

    void stop() {
        beans.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of the database's files; the service must be stopped. */
    void backUp() {
        copy(folder.resolve("database"), folder.resolve("backup"));
    }

    /** Puts the copy in the place of the database's files; the service must be stopped. */
    void restore() {
        delete(folder.resolve("database"));
        copy(folder.resolve("backup"), folder.resolve("database"));
    }

    /** Until the archive holds everything. */
    void awaitArchived() {
        await(() -> count("""
                select (select count(*) from decision) + (select count(*) from stream s
                    left join durable_stream d on d.org_id = s.org_id and d.stream_id = s.stream_id
                    where s.last_op_seq > coalesce(d.op_seq, 0))""") == 0);
    }

    /** Beside the service: what it does waits for what this one holds. */
    Connection connection() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    long count(String query, Object... parameters) {
        return beans.getBean(Database.class)
                .read(connection -> Sql.first(connection, query, row -> row.getLong(1), parameters)
                        .orElseThrow());
    }

    interface Condition {
        boolean holds();
    }

    static void await(Condition condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("It did not come to pass");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("micronaut.server.port", -1);
        properties.put("datasources.default.url", postgres.getJdbcUrl("postgres", "postgres"));
        properties.put("datasources.default.username", "postgres");
        properties.put("datasources.default.password", "");
        properties.put("tournee.master-key-file", folder.resolve("master.key").toString());
        properties.put("tournee.master-key-create", true);
        properties.put(
                "tournee.access.secret-file", folder.resolve("access.secret").toString());
        properties.put("tournee.access.create-secret", true);
        properties.put("tournee.documents.folder", folder.resolve("documents").toString());
        properties.put("tournee.archive-directory", folder.resolve("archive").toString());
        return properties;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(path));
                } else {
                    Files.copy(path, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
