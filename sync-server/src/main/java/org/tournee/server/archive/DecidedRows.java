package org.tournee.server.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tournee.server.database.Sql;
import org.tournee.sync.Groups;

/** Writes rows as the archive has them, whatever their table. Done again, it changes nothing. */
final class DecidedRows {

    private DecidedRows() {}

    /** Puts a row in its place, or takes it away. Columns that the table no longer has are passed over. */
    static void apply(Connection connection, String table, boolean gone, String image) throws SQLException {
        List<String> key = columns(connection, table, "and i.indisprimary");
        if (key.isEmpty()) {
            return; // a table that is no more
        }
        Set<String> known = new TreeSet<>(columns(connection, table, ""));
        known.retainAll(Groups.parse(image).byName().keySet());
        String name = quoted(table);
        String source = " from jsonb_populate_record(null::" + name + ", ?::jsonb)";
        if (gone) {
            Sql.change(
                    connection,
                    "delete from " + name + " where (" + list(key) + ") in (select " + list(key) + source + ")",
                    image);
        } else {
            List<String> updates = known.stream()
                    .map(column -> quoted(column) + " = excluded." + quoted(column))
                    .toList();
            Sql.change(
                    connection,
                    "insert into " + name + " (" + list(known) + ") select " + list(known) + source + " on conflict ("
                            + list(key) + ") do update set " + String.join(", ", updates),
                    image);
        }
    }

    private static List<String> columns(Connection connection, String table, String condition) throws SQLException {
        return Sql.all(
                connection,
                "select distinct a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                        + " join pg_index i on i.indrelid = c.oid "
                        + (condition.isEmpty() ? "" : "and a.attnum = any(i.indkey) ")
                        + condition
                        + " where c.relname = ? and c.relnamespace = current_schema()::regnamespace and a.attnum > 0"
                        + " and not a.attisdropped order by 1",
                row -> row.getString(1),
                table);
    }

    private static String list(Iterable<String> columns) {
        StringBuilder list = new StringBuilder();
        columns.forEach(column -> list.append(list.isEmpty() ? "" : ", ").append(quoted(column)));
        return list.toString();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
