package org.tournee.server.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;

/**
 * One table of facts: a row a record, upserted from columns of values.
 *
 * @param name of the table
 * @param columns beside {@code org_id, dossier_id, record_id}
 */
record FactTable<T>(String name, List<Column<T>> columns) {

    /** A record with what was read in it. */
    record Fact<T>(RecordRow row, T value) {}

    /**
     * A column.
     *
     * @param type of the database
     * @param value as the driver prints it for that type
     */
    record Column<T>(String name, String type, Function<Fact<T>, ? extends @Nullable Object> value) {}

    void write(Connection connection, OrganisationId organisation, List<Fact<T>> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        SqlArray arrays = new SqlArray(connection);
        List<Array> values = new ArrayList<>();
        values.add(arrays.ids(facts, fact -> fact.row().dossier()));
        values.add(arrays.ids(facts, fact -> fact.row().id()));
        for (Column<T> column : columns) {
            values.add(arrays.texts(facts, fact -> {
                Object value = column.value().apply(fact);
                return value == null ? null : value.toString();
            }));
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
        List<String> casts =
                columns.stream().map(c -> "f." + c.name() + "::" + c.type()).toList();
        List<String> updates = names.stream().map(n -> n + " = excluded." + n).toList();
        String texts = String.join(", ", Collections.nCopies(columns.size(), "?::text[]"));
        return "insert into " + name + " (org_id, dossier_id, record_id, " + String.join(", ", names) + ") select ?, "
                + "f.dossier_id, f.record_id, " + String.join(", ", casts) + " from unnest(?::uuid[], ?::uuid[], "
                + texts + ") as f(dossier_id, record_id, " + String.join(", ", names)
                + ") on conflict (org_id, dossier_id, record_id) do update set " + String.join(", ", updates);
    }
}
