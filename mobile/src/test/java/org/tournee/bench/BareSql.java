package org.tournee.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.tournee.endtoend.Demo;

/** What PostgreSQL takes for the rows of a push alone: log and records, in batches, without rules, sealing or audit. */
final class BareSql {

    private static final int BATCH = 400;
    private static final int LOG_BYTES = 900;

    private final Demo demo;

    BareSql(Demo demo) {
        this.demo = demo;
    }

    double millis(int rows, String narrative) throws Exception {
        try (Connection connection = DriverManager.getConnection(demo.database(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table bench_log (like operation_log including defaults including indexes)");
            statement.execute("create table bench_record (like record including defaults including indexes)");
            try {
                return Timing.millis(() -> insert(connection, rows, narrative));
            } finally {
                connection.setAutoCommit(true);
                statement.execute("drop table bench_log, bench_record");
            }
        }
    }

    private static int insert(Connection connection, int rows, String narrative) throws SQLException {
        UUID org = UUID.randomUUID();
        UUID stream = UUID.randomUUID();
        byte[] line = (narrative + " ".repeat(LOG_BYTES - narrative.length())).getBytes(StandardCharsets.UTF_8);
        byte[] groups = narrative.repeat(2).getBytes(StandardCharsets.UTF_8);
        Timestamp now = Timestamp.from(Instant.now());
        connection.setAutoCommit(false);
        try (PreparedStatement log = connection.prepareStatement(
                        "insert into bench_log (org_id, stream_id, op_seq, hash, tx_id, dossier_id, record_id, received_at,"
                                + " key_owner, sealed, verdict, position) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'APPLIED', 1)");
                PreparedStatement record = connection.prepareStatement(
                        "insert into bench_record (org_id, record_id, kind, dossier_id, bucket_id, position, rev, author_id,"
                                + " changed_by, changed_at, sealed) values (?, ?, 'contact', ?, 'd/1/s', ?, 1, ?, ?, ?, ?)")) {
            for (int row = 1; row <= rows; row++) {
                UUID id = UUID.randomUUID();
                set(log, org, stream, (long) row, "0".repeat(64), stream, stream, id, now, stream, line);
                set(record, org, id, stream, (long) row, stream, stream, now, groups);
                if (row % BATCH == 0 || row == rows) {
                    log.executeBatch();
                    record.executeBatch();
                    connection.commit();
                }
            }
        }
        return rows;
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
