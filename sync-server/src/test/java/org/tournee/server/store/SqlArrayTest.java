package org.tournee.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.server.TestPostgres;

/** What travels in binary is what the database would have read from text. */
class SqlArrayTest {

    private Connection connection;
    private SqlArray arrays;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestPostgres.connect();
        arrays = new SqlArray(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void momentsAreThoseThatTheirTextMeans() throws SQLException {
        List<@Nullable Instant> moments = new ArrayList<>();
        for (String text : List.of(
                "2026-11-25T12:13:14.123456Z",
                "2000-01-01T00:00:00Z",
                "1999-12-31T23:59:59.999999Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "2026-11-25T12:13:14.123456501Z",
                "2026-11-25T12:13:14.123456499Z",
                "1969-07-20T20:17:40.000000501Z",
                "2026-11-25T12:13:14.999999999Z")) {
            moments.add(Instant.parse(text));
        }
        moments.add(null);
        List<@Nullable String> texts = moments.stream()
                .map(moment -> moment == null ? null : moment.toString())
                .toList();

        assertEquals(
                read("select unnest(?::text[])::timestamptz::text", arrays.texts(texts, text -> text)),
                read("select unnest(?::timestamptz[])::text", arrays.instants(moments, moment -> moment)));
    }

    @Test
    void idsAndNoIdsComeBackInTheirOrder() throws SQLException {
        UUID id = UUID.randomUUID();

        assertEquals(
                Arrays.asList(null, id.toString()),
                read("select unnest(?::uuid[])::text", arrays.uuids(Arrays.asList(null, id), one -> one)));
    }

    @Test
    void anEmptyColumnHasNoRows() throws SQLException {
        assertEquals(
                List.of(),
                read("select unnest(?::timestamptz[])::text", arrays.instants(List.<Instant>of(), moment -> moment)));
    }

    private List<@Nullable String> read(String sql, Array column) throws SQLException {
        List<@Nullable String> read = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, column);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    read.add(rows.getString(1));
                }
            }
        }
        return read;
    }
}
