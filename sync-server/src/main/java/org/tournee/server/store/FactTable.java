package org.tournee.server.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tournee.identity.TypedId;
import org.tournee.organisation.OrganisationId;

/**
 * One table of facts: a row a record, upserted from columns of values.
 *
 * @param name of the table
 * @param owner the column of what the record lies in; what is called {@code dossier_id} goes when that is erased
 * @param columns beside {@code org_id}, the owner and {@code record_id}
 */
record FactTable<T>(String name, String owner, List<Column<T>> columns) {

    /** Facts that go when their dossier is erased. */
    FactTable(String name, List<Column<T>> columns) {
        this(name, "dossier_id", columns);
    }

    /** A record with what was read in it. */
    record Fact<T>(RecordRow row, T value) {}

    /**
     * A column.
     *
     * @param type of the database
     * @param value an {@link Instant} for a {@code timestamptz}, a {@link TypedId} for a {@code uuid}, else what prints
     *     as the database reads that type
     */
    record Column<T>(String name, String type, Function<Fact<T>, ? extends @Nullable Object> value) {

        private Array values(SqlArray arrays, List<Fact<T>> facts) throws SQLException {
            return switch (type) {
                case "timestamptz" -> arrays.instants(facts, fact -> (Instant) value.apply(fact));
                case "uuid" -> arrays.ids(facts, fact -> (TypedId) value.apply(fact));
                default ->
                    arrays.texts(facts, fact -> {
                        Object one = value.apply(fact);
                        return one == null ? null : one.toString();
                    });
            };
        }

        private String placeholder() {
            return switch (type) {
                case "timestamptz", "uuid" -> "unnest(?::" + type + "[])";
                default -> "unnest(?::text[])::" + type;
            };
        }
    }

    void write(Connection connection, OrganisationId organisation, List<Fact<T>> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        SqlArray arrays = new SqlArray(connection);
        List<Array> values = new ArrayList<>();
        values.add(arrays.ids(facts, fact -> fact.row().dossier()));
        values.add(arrays.ids(facts, fact -> fact.row().id()));
        for (Column<T> column : columns) {
            values.add(column.values(arrays, facts));
        }
        try (PreparedStatement upsert = connection.prepareStatement(sql())) {
            upsert.setObject(1, organisation.value());
            for (int at = 0; at < values.size(); at++) {
                upsert.setArray(at + 2, values.get(at));
            }
            upsert.executeUpdate();
        }
    }

    private String sql() {
        List<String> names = columns.stream().map(Column::name).toList();
        List<String> values = columns.stream().map(Column::placeholder).toList();
        List<String> updates = names.stream().map(n -> n + " = excluded." + n).toList();
        return "insert into " + name + " (org_id, " + owner + ", record_id, " + String.join(", ", names)
                + ") select ?, unnest(?::uuid[]), unnest(?::uuid[]), " + String.join(", ", values)
                + " on conflict (org_id, " + owner + ", record_id) do update set " + String.join(", ", updates);
    }
}
