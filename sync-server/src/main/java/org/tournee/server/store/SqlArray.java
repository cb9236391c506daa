package org.tournee.server.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;
import org.tournee.identity.TypedId;

/**
 * Columns of values for {@code unnest}: many rows in one statement and one round trip. They travel in binary,
 * except for days, which are printed and read again.
 */
public final class SqlArray {

    private final Connection connection;

    public SqlArray(Connection connection) {
        this.connection = connection;
    }

    public <T> Array uuids(Collection<T> rows, Function<T, @Nullable UUID> value) throws SQLException {
        return binary(Oid.UUID_ARRAY, BinaryArray.uuids(values(rows, value)));
    }

    public <T> Array ids(Collection<T> rows, Function<T, @Nullable TypedId> value) throws SQLException {
        return uuids(rows, row -> {
            TypedId id = value.apply(row);
            return id == null ? null : id.value();
        });
    }

    public <T> Array texts(Collection<T> rows, Function<T, @Nullable String> value) throws SQLException {
        @Nullable String[] values = new String[rows.size()];
        int at = 0;
        for (T row : rows) {
            values[at++] = value.apply(row);
        }
        return connection.createArrayOf("text", values);
    }

    public <T> Array longs(Collection<T> rows, Function<T, Long> value) throws SQLException {
        Long[] values = new Long[rows.size()];
        int at = 0;
        for (T row : rows) {
            values[at++] = value.apply(row);
        }
        return connection.createArrayOf("int8", values);
    }

    public <T> Array booleans(Collection<T> rows, Function<T, Boolean> value) throws SQLException {
        Boolean[] values = new Boolean[rows.size()];
        int at = 0;
        for (T row : rows) {
            values[at++] = value.apply(row);
        }
        return connection.createArrayOf("bool", values);
    }

    public <T> Array instants(Collection<T> rows, Function<T, @Nullable Instant> value) throws SQLException {
        return binary(Oid.TIMESTAMPTZ_ARRAY, BinaryArray.instants(values(rows, value)));
    }

    /** As text: the driver prints them, the database reads them. */
    public <T> Array days(Collection<T> rows, Function<T, @Nullable LocalDate> value) throws SQLException {
        return texts(rows, row -> {
            LocalDate day = value.apply(row);
            return day == null ? null : day.toString();
        });
    }

    public <T> Array bytes(Collection<T> rows, Function<T, byte[]> value) throws SQLException {
        return connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new));
    }

    private Array binary(int type, byte[] bytes) throws SQLException {
        return new PgArray(connection.unwrap(BaseConnection.class), type, bytes);
    }

    private static <T, V> List<@Nullable V> values(Collection<T> rows, Function<T, @Nullable V> value) {
        List<@Nullable V> values = new ArrayList<>(rows.size());
        for (T row : rows) {
            values.add(value.apply(row));
        }
        return values;
    }
}
