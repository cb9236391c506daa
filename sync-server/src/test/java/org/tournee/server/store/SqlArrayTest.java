package org.tournee.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tournee.server.ServerTest;
import org.tournee.server.database.Database;

/** Columns of values reach PostgreSQL as they are, and are looked up by their index. */
class SqlArrayTest extends ServerTest {

    private static final int OPERATIONS_OF_A_PUSH = 500;

    @Inject
    Database database;

    @Test
    void idsArriveInTheirOrderWithTheirHoles() {
        List<@Nullable UUID> ids = Arrays.asList(UUID.randomUUID(), null, new UUID(0, 0), new UUID(-1, -1));

        assertThat(there(ids)).isEqualTo(ids.toString());
    }

    @Test
    void noIdsAreAnEmptyArray() {
        assertThat(there(List.of())).isEqualTo("[]");
    }

    @Test
    void aTableOfWhichNothingIsKnownYetIsNotReadWhole() {
        String ids = Stream.generate(UUID::randomUUID)
                .limit(OPERATIONS_OF_A_PUSH)
                .map(UUID::toString)
                .collect(Collectors.joining(",", "'{", "}'"));
        List<String> plan = database.read(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("prepare looked_up (uuid, uuid[]) as"
                        + " select bucket_id from record where org_id = $1 and record_id = any($2)");
                try (ResultSet lines =
                        statement.executeQuery("explain execute looked_up(gen_random_uuid(), " + ids + ")")) {
                    return lines(lines);
                } finally {
                    statement.execute("deallocate looked_up");
                }
            }
        });

        assertThat(String.join("\n", plan)).contains("record_pkey").doesNotContain("Filter:");
    }

    private static List<String> lines(ResultSet rows) throws SQLException {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
            lines.add(rows.getString(1));
        }
        return lines;
    }

    /** The ids as the database names them, in the order in which it has them. */
    private String there(List<@Nullable UUID> ids) {
        return database.read(connection -> {
            Array array = new SqlArray(connection).uuids(ids, id -> id);
            return read(connection, array);
        });
    }

    private static String read(Connection connection, Array array) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select id::text from unnest(?::uuid[]) with ordinality as u(id, ord) order by ord")) {
            select.setArray(1, array);
            try (ResultSet rows = select.executeQuery()) {
                return lines(rows).toString();
            }
        }
    }
}
