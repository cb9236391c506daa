package org.tournee.mobile.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The wrapped data key, and how often its PIN was missed; the only contents in clear. */
final class LockTable {

    private LockTable() {}

    static void keep(Connection db, PinLock lock) throws SQLException {
        String insertion = "INSERT OR REPLACE INTO lock(one, memory_kib, iterations, lanes, salt, wrapped, checksum)"
                + " VALUES (1, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = db.prepareStatement(insertion)) {
            insert.setInt(1, lock.cost().memoryKib());
            insert.setInt(2, lock.cost().iterations());
            insert.setInt(3, lock.cost().lanes());
            insert.setBytes(4, lock.salt());
            insert.setBytes(5, lock.wrapped());
            insert.setBytes(6, lock.checksum());
            insert.executeUpdate();
        }
    }

    static PinLock read(Connection db) throws SQLException {
        try (PreparedStatement select =
                        db.prepareStatement("SELECT memory_kib, iterations, lanes, salt, wrapped, checksum FROM lock");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("a store without a lock");
            }
            PinCost cost = new PinCost(row.getInt(1), row.getInt(2), row.getInt(3));
            return new PinLock(cost, row.getBytes(4), row.getBytes(5), row.getBytes(6));
        }
    }

    /** What guards the store now. */
    static PinTry.Guard guard(Connection db) throws SQLException {
        return new PinTry.Guard(read(db), readTries(db));
    }

    static PinTries readTries(Connection db) throws SQLException {
        try (PreparedStatement select = db.prepareStatement("SELECT failures, not_before FROM tries");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new PinTries(row.getInt(1), Instant.ofEpochMilli(row.getLong(2))) : PinTries.NONE;
        }
    }

    static void keepTries(Connection db, PinTries tries) throws SQLException {
        try (PreparedStatement insert =
                db.prepareStatement("INSERT OR REPLACE INTO tries(one, failures, not_before) VALUES (1, ?, ?)")) {
            insert.setInt(1, tries.failures());
            insert.setLong(2, tries.notBefore().toEpochMilli());
            insert.executeUpdate();
        }
    }
}
