package org.tournee.endtoend;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A look past the server into its real database. */
public final class ServerDatabase implements AutoCloseable {

    private final Connection connection;

    public ServerDatabase(Demo demo) throws SQLException {
        connection = DriverManager.getConnection(demo.database(), "postgres", "");
    }

    /** How many operations the log has of each record. */
    public Map<String, Integer> operationsOn(Collection<String> records) throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select record_id, count(*) from operation_log where record_id = any (?) group by record_id")) {
            bind(query, records);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return counts;
    }

    /** Those that are records of the server. */
    public Set<String> recordsAmong(Collection<String> ids) {
        Set<String> found = new HashSet<>();
        try (PreparedStatement query =
                connection.prepareStatement("select record_id from record where record_id = any (?)")) {
            bind(query, ids);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new AssertionError("The database does not answer", e);
        }
        return found;
    }

    /** Whether each stream's log has every number from 1 to its last, once. */
    public boolean gaplessStreams() throws SQLException {
        return number("""
                select count(*) from stream s where s.last_op_seq <> (
                    select count(*) from operation_log l where l.org_id = s.org_id and l.stream_id = s.stream_id)""") == 0;
    }

    public long returnedOperations() throws SQLException {
        return number("select count(*) from operation_log where verdict is null or verdict = 'RETURNED'");
    }

    /** How the operations on a dossier ended, such as "61 APPLIED, 1 CONFLICT". */
    public String verdicts(String dossier) throws SQLException {
        List<String> counts = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select verdict, count(*) from operation_log where dossier_id = ?::uuid group by verdict order by verdict")) {
            query.setString(1, dossier);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    counts.add(rows.getInt(2) + " " + rows.getString(1));
                }
            }
        }
        return String.join(", ", counts);
    }

    public long number(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The first column of what the query finds, as text. */
    public List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private void bind(PreparedStatement query, Collection<String> ids) throws SQLException {
        query.setArray(
                1,
                connection.createArrayOf(
                        "uuid", ids.stream().map(UUID::fromString).toArray()));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
