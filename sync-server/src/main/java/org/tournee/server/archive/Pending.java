package org.tournee.server.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Sql;
import org.tournee.server.store.SqlArray;
import org.tournee.sync.StreamId;

/** What the database holds and the archive does not. Only what is committed is seen. */
final class Pending {

    /** So many entries share one wait for the disk. */
    static final int ENTRIES = 500;

    private Pending() {}

    /** A decision as the trigger noted it, in clear. */
    record Noted(OrganisationId organisation, UUID id, long ordinal, String table, boolean gone, String image) {}

    /** The next operations of each stream, without a gap after what is archived of it. */
    static List<ArchiveEntry.Operation> operations(Connection connection) throws SQLException {
        return Sql.all(connection, """
                select l.org_id, l.ordinal, l.stream_id, l.op_seq, l.hash, l.key_owner, l.received_at, l.sealed
                from stream s
                left join durable_stream d on d.org_id = s.org_id and d.stream_id = s.stream_id
                join lateral (
                    select * from operation_log l
                    where l.org_id = s.org_id and l.stream_id = s.stream_id and l.op_seq > coalesce(d.op_seq, 0)
                    order by l.op_seq limit ?) l on true
                where s.last_op_seq > coalesce(d.op_seq, 0)
                order by l.org_id, l.stream_id, l.op_seq limit ?""", Pending::operation, ENTRIES, ENTRIES);
    }

    static List<Noted> decisions(Connection connection) throws SQLException {
        return Sql.all(connection, """
                select org_id, decision_id, ordinal, table_name, gone, image from decision
                order by ordinal limit ?""", Pending::noted, ENTRIES);
    }

    /** Forgets decisions that the archive holds. */
    static void archived(Connection connection, List<Noted> decisions) throws SQLException {
        Sql.change(connection, "delete from decision where decision_id = any(?)", (Object)
                decisions.stream().map(Noted::id).toArray(UUID[]::new));
    }

    /** Notes how far the archive holds the streams of those operations. */
    static void durable(Connection connection, List<ArchiveEntry.Operation> operations) throws SQLException {
        Map<StreamId, ArchiveEntry.Operation> last = new HashMap<>();
        operations.forEach(
                operation -> last.merge(operation.stream(), operation, (a, b) -> a.opSeq() > b.opSeq() ? a : b));
        SqlArray arrays = new SqlArray(connection);
        try (var upsert = connection.prepareStatement("""
                insert into durable_stream (org_id, stream_id, op_seq)
                select * from unnest(?::uuid[], ?::uuid[], ?::int8[])
                on conflict (org_id, stream_id) do update set op_seq = greatest(durable_stream.op_seq, excluded.op_seq)""")) {
            upsert.setArray(1, arrays.ids(last.values(), ArchiveEntry.Operation::organisation));
            upsert.setArray(2, arrays.ids(last.values(), ArchiveEntry.Operation::stream));
            upsert.setArray(3, arrays.longs(last.values(), ArchiveEntry.Operation::opSeq));
            upsert.executeUpdate();
        }
    }

    private static ArchiveEntry.Operation operation(ResultSet row) throws SQLException {
        return new ArchiveEntry.Operation(
                new OrganisationId(Sql.uuid(row, "org_id")),
                row.getLong("ordinal"),
                new StreamId(Sql.uuid(row, "stream_id")),
                row.getLong("op_seq"),
                row.getString("hash"),
                Sql.uuid(row, "key_owner"),
                Sql.instant(row, "received_at"),
                row.getBytes("sealed"));
    }

    private static Noted noted(ResultSet row) throws SQLException {
        return new Noted(
                new OrganisationId(Sql.uuid(row, "org_id")),
                Sql.uuid(row, "decision_id"),
                row.getLong("ordinal"),
                row.getString("table_name"),
                row.getBoolean("gone"),
                row.getString("image"));
    }
}
