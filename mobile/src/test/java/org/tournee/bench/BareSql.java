package org.tournee.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.tournee.endtoend.Demo;

/**
 * What PostgreSQL takes for the rows of a push alone: log, records and facts, a row each for an operation, written in
 * batches that the driver makes one statement of, each batch as durable as on the server. No rules, no sealing, no
 * audit, no triggers, nobody else.
 */
final class BareSql {

    private static final int BATCH = 500;
    private static final int LOG_BYTES = 900;

    private static final String LOG = "insert into bench_log (org_id, stream_id, op_seq, hash, tx_id, dossier_id,"
            + " record_id, received_at, key_owner, sealed, verdict, position)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'APPLIED', 1)";
    private static final String RECORD = "insert into bench_record (org_id, record_id, kind, dossier_id, bucket_id,"
            + " position, rev, author_id, changed_by, changed_at, key_owner, sealed)"
            + " values (?, ?, 'contact', ?, 'd/1/s', ?, 1, ?, ?, ?, ?, ?)";
    private static final String FACT = "insert into bench_fact (org_id, dossier_id, record_id, bucket_id, started_at,"
            + " channel, happening, social_work, complete, persons, author_id)"
            + " values (?, ?, ?, 'd/1/s', ?, 'PHONE', 'HELD', true, true, '{}', ?)";

    private final Demo demo;

    BareSql(Demo demo) {
        this.demo = demo;
    }

    /** The median of the rounds after those that warm up. */
    double millis(int rounds, int rows) throws Exception {
        try (Connection connection = DriverManager.getConnection(demo.database(), properties());
                Statement statement = connection.createStatement()) {
            statement.execute("create table bench_log (like operation_log including defaults including indexes)");
            statement.execute("create table bench_record (like record including defaults including indexes)");
            statement.execute("create table bench_fact (like contact_fact including defaults including indexes)");
            try {
                return Timing.warmMillis(SyncBench.WARMING, rounds, () -> {}, () -> insert(connection, rows));
            } finally {
                connection.setAutoCommit(true);
                statement.execute("drop table bench_log, bench_record, bench_fact");
            }
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("reWriteBatchedInserts", "true");
        return properties;
    }

    private static int insert(Connection connection, int rows) throws SQLException {
        UUID org = UUID.randomUUID();
        UUID stream = UUID.randomUUID();
        byte[] line = " ".repeat(LOG_BYTES).getBytes(StandardCharsets.UTF_8);
        byte[] groups = Contacts.NARRATIVE.repeat(2).getBytes(StandardCharsets.UTF_8);
        Timestamp now = Timestamp.from(Instant.now());
        connection.setAutoCommit(false);
        try (PreparedStatement log = connection.prepareStatement(LOG);
                PreparedStatement record = connection.prepareStatement(RECORD);
                PreparedStatement fact = connection.prepareStatement(FACT)) {
            for (int row = 1; row <= rows; row++) {
                UUID id = Contacts.newId().value();
                add(log, org, stream, (long) row, "0".repeat(64), stream, stream, id, now, stream, line);
                add(record, org, id, stream, (long) row, stream, stream, now, stream, groups);
                add(fact, org, stream, id, now, stream);
                if (row % BATCH == 0 || row == rows) {
                    log.executeBatch();
                    record.executeBatch();
                    fact.executeBatch();
                    connection.commit();
                }
            }
        }
        return rows;
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
