package org.tournee.mobile.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tournee.sync.OperationBytes;

/** Operations of the streams that this file had before, sealed as they were. */
final class FormerTable {

    private final Sealing sealing;

    FormerTable(Sealing sealing) {
        this.sealing = sealing;
    }

    void keep(Connection db, Collection<FormerOperation> former) throws SQLException {
        try (PreparedStatement insert = db.prepareStatement(
                "INSERT OR REPLACE INTO former(stream, op_seq, saved_at, sealed, again_seq) VALUES (?, ?, ?, ?, ?)")) {
            for (FormerOperation one : former) {
                HeldOperation held = one.operation();
                byte[] bytes = held.json().getBytes(StandardCharsets.UTF_8);
                insert.setString(1, one.stream().toString());
                insert.setLong(2, held.seq());
                insert.setLong(3, held.savedAt().toEpochMilli());
                insert.setBytes(4, sealing.seal(bytes, identity(one.stream().toString(), held.seq())));
                insert.setLong(5, one.againSeq());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void forget(Connection db, Collection<FormerOperation> former) throws SQLException {
        try (PreparedStatement delete = db.prepareStatement("DELETE FROM former WHERE stream = ? AND op_seq = ?")) {
            for (FormerOperation one : former) {
                delete.setString(1, one.stream().toString());
                delete.setLong(2, one.operation().seq());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    /** @throws StoreException UNREADABLE where anything was altered */
    List<FormerOperation> readAll(Connection db) throws SQLException {
        List<FormerOperation> all = new ArrayList<>();
        try (PreparedStatement select = db.prepareStatement(
                        "SELECT stream, op_seq, saved_at, sealed, again_seq FROM former ORDER BY stream, op_seq");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                byte[] bytes = sealing.open(row.getBytes(4), identity(row.getString(1), row.getLong(2)));
                HeldOperation held = new HeldOperation(
                        OperationBytes.read(bytes),
                        new String(bytes, StandardCharsets.UTF_8),
                        Instant.ofEpochMilli(row.getLong(3)),
                        null,
                        false);
                all.add(new FormerOperation(held, row.getLong(5)));
            }
        }
        return all;
    }

    private static String identity(String stream, long seq) {
        return "former|" + stream + '|' + seq;
    }
}
