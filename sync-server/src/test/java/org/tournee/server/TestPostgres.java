package org.tournee.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tournee.server.database.Sql;

/** One real PostgreSQL for all tests of a run; each organisation in it is a world of its own. */
public final class TestPostgres {

    private static final Map<String, String> PROPERTIES = start();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TestPostgres() {}

    /** What a server needs to run on it. */
    public static Map<String, String> properties() {
        return PROPERTIES;
    }

    /** A connection beside those of the server, as an administrator's. */
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(PROPERTIES.get("datasources.default.url"), "postgres", "");
    }

    /** Waits until a transaction waits for another one in a statement that has that text; false where none did for long. */
    public static boolean somebodyWaits(String statement) throws SQLException {
        Instant deadline = Instant.now().plus(PATIENCE);
        try (Connection connection = connect()) {
            while (Instant.now().isBefore(deadline)) {
                boolean waits = Sql.first(
                                connection,
                                "select 1 from pg_stat_activity where wait_event_type = 'Lock' and position(? in query) > 0",
                                row -> true,
                                statement)
                        .orElse(false);
                if (waits) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<String, String> start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .start();
            Path secrets = Files.createTempDirectory("tournee-test");
            Map<String, String> properties = new LinkedHashMap<>();
            properties.put("datasources.default.url", postgres.getJdbcUrl("postgres", "postgres"));
            properties.put("datasources.default.username", "postgres");
            properties.put(
                    "tournee.master-key-file", secrets.resolve("master.key").toString());
            properties.put("tournee.master-key-create", "true");
            properties.put(
                    "tournee.documents.folder", secrets.resolve("documents").toString());
            properties.put(
                    "tournee.access.secret-file",
                    secrets.resolve("access.secret").toString());
            properties.put("tournee.access.create-secret", "true");
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
