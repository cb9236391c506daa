package org.tournee.mobile.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.tournee.sync.MalformedException;
import org.tournee.sync.RecoveryKey;
import org.tournee.sync.Wire;

/** The store's key as only the server can read it, so that a forgotten PIN loses nothing. Decision: 0044. */
final class RecoveryTable {

    private RecoveryTable() {}

    /** Empty before the server gave its key, and where the row was altered: it is made anew then. */
    static Optional<RecoveryKey> read(Connection db) throws SQLException {
        try (PreparedStatement select = db.prepareStatement("SELECT json FROM recovery");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(Wire.read(RecoveryKey.class, row.getString(1))) : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /**
     * Seals the key anew where its stream or the server's key is another than before; nothing before the server gave
     * one.
     *
     * @param facts of the store, opened
     */
    static void renew(Connection db, Sealing sealing, Map<String, String> facts) throws SQLException {
        String doorKey = facts.get(SealedFacts.DOOR_KEY);
        if (doorKey == null) {
            return;
        }
        StreamIdentity identity = Wire.read(StreamIdentity.class, facts.getOrDefault(SealedFacts.IDENTITY, ""));
        boolean upToDate = read(db).filter(kept -> kept.stream().equals(identity.streamId())
                        && kept.doorKey().equals(doorKey))
                .isPresent();
        if (!upToDate) {
            keep(db, sealing.recovery(identity.streamId(), doorKey));
        }
    }

    private static void keep(Connection db, RecoveryKey key) throws SQLException {
        try (PreparedStatement insert =
                db.prepareStatement("INSERT OR REPLACE INTO recovery(one, json) VALUES (1, ?)")) {
            insert.setString(1, Wire.json(key));
            insert.executeUpdate();
        }
    }
}
