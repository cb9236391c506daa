package org.tournee.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One real PostgreSQL for all tests of a run; each organisation in it is a world of its own. */
public final class TestPostgres {

    private static final Map<String, String> PROPERTIES = start();

    private TestPostgres() {}

    /** What a server needs to run on it. */
    public static Map<String, String> properties() {
        return PROPERTIES;
    }

    /** A connection beside those of the server, as an administrator's. */
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(PROPERTIES.get("datasources.default.url"), "postgres", "");
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
