package org.tournee.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.store.PhoneStore;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/** The least that a first sync could do: the bytes over loopback, each line parsed and inserted as it is. */
final class RawPipe {

    private static final int PAGE = 2_000;

    private final Path folder;

    RawPipe(Path folder) {
        this.folder = folder;
    }

    /** The contacts of a store as the server sends them. */
    static List<String> linesOf(PhoneStore store) {
        List<String> lines = new ArrayList<>();
        for (DossierContents dossier : store.dossiers()) {
            for (Entry<?> entry : dossier.contacts()) {
                lines.add(Wire.json(new FeedRow(
                        BucketId.service(dossier.id()),
                        lines.size() + 1L,
                        entry.id(),
                        RecordKind.CONTACT.code(),
                        entry.rev(),
                        entry.author(),
                        entry.changedBy(),
                        entry.changedAt(),
                        entry.occurredAt(),
                        false,
                        Wire.json(entry.value()))));
            }
        }
        return lines;
    }

    /** The median of the rounds after the first. */
    double millis(int rounds, List<String> lines) throws Exception {
        Iterator<Path> files = Stream.iterate(0, round -> round + 1)
                .map(round -> folder.resolve("raw-" + round + ".sqlite"))
                .iterator();
        byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        try {
            return Timing.warmMillis(
                    rounds, files, file -> fetch(server.getAddress().getPort(), file));
        } finally {
            server.stop(0);
        }
    }

    private static void fetch(int port, Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma journal_mode = wal");
                statement.execute("pragma synchronous = full");
                statement.execute("create table row (id text primary key, json text not null) without rowid");
            }
            fetch(port, connection);
        }
    }

    private static void fetch(int port, Connection connection) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                .build();
        connection.setAutoCommit(false);
        int count = 0;
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        client.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
                PreparedStatement insert = connection.prepareStatement("insert into row values (?, ?)")) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                FeedRow row = Wire.read(FeedRow.class, line);
                insert.setString(1, row.id().toString());
                insert.setString(2, line);
                insert.addBatch();
                if (++count % PAGE == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }
}
