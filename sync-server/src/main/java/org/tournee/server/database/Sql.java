package org.tournee.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.identity.TypedId;

/** Statements with their parameters in order; typed ids and instants are set as the database wants them. */
public final class Sql {

    private Sql() {}

    /** All rows, in the database's order. */
    public static <T> List<T> all(Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet results = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (results.next()) {
                rows.add(row.of(results));
            }
            return rows;
        }
    }

    /** The first row, if there is one. */
    public static <T> Optional<T> first(Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        List<T> rows = all(connection, sql, row, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /** Changes rows and tells how many. */
    public static int change(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** A column that is never null. */
    public static Instant instant(ResultSet results, String column) throws SQLException {
        return results.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet results, String column) throws SQLException {
        OffsetDateTime at = results.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** A column that is never null. */
    public static UUID uuid(ResultSet results, String column) throws SQLException {
        return results.getObject(column, UUID.class);
    }

    public static @Nullable UUID uuidOrNull(ResultSet results, String column) throws SQLException {
        return results.getObject(column, UUID.class);
    }

    /** A statement with its parameters, to be closed by whoever asked for it. */
    public static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, asColumn(connection, parameters[i]));
        }
        return statement;
    }

    private static @Nullable Object asColumn(Connection connection, @Nullable Object parameter) throws SQLException {
        return switch (parameter) {
            case TypedId id -> id.value();
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case String[] texts -> connection.createArrayOf("text", texts);
            case UUID[] ids -> connection.createArrayOf("uuid", ids);
            case null -> null;
            default -> parameter;
        };
    }

    /** Reads the row at which the results stand. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet results) throws SQLException;
    }
}
