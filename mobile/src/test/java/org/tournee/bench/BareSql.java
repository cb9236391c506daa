package org.tournee.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.tournee.endtoend.Demo;

/**
 * What PostgreSQL takes for the rows of a push alone: the very rows of log, records and facts that the last push left,
 * written again into tables of the same columns and indexes, in batches that the driver makes one statement of, each batch
 * as durable as on the server. No rules, no sealing, no audit, no triggers, nobody else.
 */
final class BareSql implements AutoCloseable {

    private static final int BATCH = 500;
    private static final String ORGANISATION = "org_id";

    private final Connection connection;
    private final List<Rows> tables;
    private final int rows;

    private BareSql(Connection connection, List<Rows> tables, int rows) {
        this.connection = connection;
        this.tables = tables;
        this.rows = rows;
    }

    /** Rows of one table, and where they are written again. */
    private record Rows(String table, List<String> columns, List<List<Object>> values) {

        String into() {
            return "bench_" + table;
        }

        /** As many as {@code query} finds. */
        static Rows read(Connection connection, String table, String query) throws SQLException {
            try (Statement select = connection.createStatement();
                    ResultSet found = select.executeQuery(query)) {
                ResultSetMetaData shape = found.getMetaData();
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= shape.getColumnCount(); column++) {
                    columns.add(shape.getColumnName(column));
                }
                List<List<Object>> values = new ArrayList<>();
                while (found.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int column = 1; column <= columns.size(); column++) {
                        row.add(found.getObject(column));
                    }
                    values.add(row);
                }
                return new Rows(table, columns, values);
            }
        }

        PreparedStatement insert(Connection connection) throws SQLException {
            String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
            return connection.prepareStatement(
                    "insert into " + into() + " (" + String.join(", ", columns) + ") values (" + marks + ")");
        }

        void add(PreparedStatement insert, int row, UUID organisation) throws SQLException {
            List<Object> value = values.get(row);
            for (int column = 0; column < columns.size(); column++) {
                insert.setObject(
                        column + 1, columns.get(column).equals(ORGANISATION) ? organisation : value.get(column));
            }
            insert.addBatch();
        }
    }

    /** Reads the rows that the last push of so many operations left, and makes tables for them. */
    static BareSql of(Demo demo, int rows) throws SQLException {
        Connection connection = DriverManager.getConnection(demo.database(), properties());
        String newest = " from operation_log where creates order by received_at desc limit " + rows;
        String same = " where record_id in (select record_id" + newest + ") order by record_id";
        List<Rows> tables = List.of(
                Rows.read(connection, "operation_log", "select *" + newest),
                Rows.read(connection, "record", "select * from record" + same),
                Rows.read(connection, "contact_fact", "select * from contact_fact" + same));
        try (Statement statement = connection.createStatement()) {
            for (Rows table : tables) {
                if (table.values().size() != rows) {
                    throw new AssertionError("The push left " + table.values().size() + " rows for " + table.into());
                }
                statement.execute("create table " + table.into() + " (like " + table.table()
                        + " including defaults including indexes)");
            }
        }
        connection.setAutoCommit(false);
        return new BareSql(connection, tables, rows);
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("drop table bench_operation_log, bench_record, bench_contact_fact");
            connection.commit();
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("reWriteBatchedInserts", "true");
        return properties;
    }

    /** Writes all of them once more, of an organisation of their own. */
    int write() throws SQLException {
        UUID organisation = UUID.randomUUID();
        try (PreparedStatement log = tables.get(0).insert(connection);
                PreparedStatement record = tables.get(1).insert(connection);
                PreparedStatement fact = tables.get(2).insert(connection)) {
            List<PreparedStatement> inserts = List.of(log, record, fact);
            for (int row = 0; row < rows; row++) {
                for (int table = 0; table < inserts.size(); table++) {
                    tables.get(table).add(inserts.get(table), row, organisation);
                }
                if ((row + 1) % BATCH == 0 || row + 1 == rows) {
                    for (PreparedStatement insert : inserts) {
                        insert.executeBatch();
                    }
                    connection.commit();
                }
            }
        }
        return rows;
    }
}
