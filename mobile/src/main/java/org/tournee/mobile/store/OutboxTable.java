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
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.store.StoreException.Problem;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Outcome;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** Operations in the order of their numbers, sealed; and where the stream stands. */
final class OutboxTable {

    private final Sealing sealing;

    OutboxTable(Sealing sealing) {
        this.sealing = sealing;
    }

    void insert(Connection db, List<HeldOperation> made) throws SQLException {
        try (PreparedStatement insert =
                db.prepareStatement("INSERT INTO operation(op_seq, saved_at, sealed) VALUES (?, ?, ?)")) {
            for (HeldOperation held : made) {
                insert.setLong(1, held.seq());
                insert.setLong(2, held.savedAt().toEpochMilli());
                byte[] bytes = held.json().getBytes(StandardCharsets.UTF_8);
                insert.setBytes(3, sealing.seal(bytes, identity(held.operation().streamId(), held.seq())));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Writes what became of operations; their bytes never change. */
    void update(Connection db, Collection<HeldOperation> changed) throws SQLException {
        forgetOutcomes(
                db, changed.stream().filter(held -> !held.isAcknowledged()).toList());
        try (PreparedStatement keep =
                db.prepareStatement("INSERT OR REPLACE INTO outcome(op_seq, json, overlay) VALUES (?, ?, ?)")) {
            for (HeldOperation held : changed) {
                if (held.outcome() != null) {
                    keep.setLong(1, held.seq());
                    keep.setString(2, Wire.json(held.outcome()));
                    keep.setBoolean(3, held.overlay());
                    keep.addBatch();
                }
            }
            keep.executeBatch();
        }
    }

    void delete(Connection db, List<HeldOperation> gone) throws SQLException {
        forgetOutcomes(db, gone);
        deleteRuns(db, "DELETE FROM operation WHERE op_seq BETWEEN ? AND ?", gone);
    }

    private static void forgetOutcomes(Connection db, List<HeldOperation> operations) throws SQLException {
        deleteRuns(db, "DELETE FROM outcome WHERE op_seq BETWEEN ? AND ?", operations);
    }

    /** A statement for each run of numbers that follow each other: a push answers hundreds at once. */
    private static void deleteRuns(Connection db, String deletion, List<HeldOperation> inOrder) throws SQLException {
        try (PreparedStatement delete = db.prepareStatement(deletion)) {
            for (int from = 0; from < inOrder.size(); ) {
                int to = endOfRun(inOrder, from);
                delete.setLong(1, inOrder.get(from).seq());
                delete.setLong(2, inOrder.get(to - 1).seq());
                delete.addBatch();
                from = to;
            }
            delete.executeBatch();
        }
    }

    private static int endOfRun(List<HeldOperation> inOrder, int from) {
        int to = from + 1;
        while (to < inOrder.size()
                && inOrder.get(to).seq() == inOrder.get(to - 1).seq() + 1) {
            to++;
        }
        return to;
    }

    /** Takes all of them away: another stream begins. */
    static void clear(Connection db) throws SQLException {
        SqliteFile.execute(db, "DELETE FROM operation");
        SqliteFile.execute(db, "DELETE FROM outcome");
    }

    /**
     * Reads and unseals all, and checks that each names the hash of the one before it.
     *
     * @throws StoreException UNREADABLE where the chain is broken
     */
    List<HeldOperation> readAll(Connection db, StreamId stream, Chain chain) throws SQLException {
        List<HeldOperation> all = new ArrayList<>();
        try (PreparedStatement select = db.prepareStatement(
                        "SELECT op_seq, saved_at, sealed, json, coalesce(overlay, 1) FROM operation LEFT JOIN outcome"
                                + " USING (op_seq) ORDER BY op_seq");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                byte[] bytes = sealing.open(row.getBytes(3), identity(stream, row.getLong(1)));
                all.add(new HeldOperation(
                        OperationBytes.read(bytes),
                        new String(bytes, StandardCharsets.UTF_8),
                        Instant.ofEpochMilli(row.getLong(2)),
                        outcome(row.getString(4)),
                        row.getBoolean(5)));
            }
        }
        check(all, chain);
        return all;
    }

    private static @Nullable Outcome outcome(@Nullable String json) {
        return json == null ? null : Wire.read(Outcome.class, json);
    }

    private static void check(List<HeldOperation> all, Chain chain) {
        for (int i = 0; i < all.size(); i++) {
            HeldOperation held = all.get(i);
            String hash = OperationBytes.hash(held.json().getBytes(StandardCharsets.UTF_8));
            boolean last = i == all.size() - 1;
            HeldOperation next = last ? held : all.get(i + 1);
            // Numbers may be missing between kept ones: what is durable on the server was let go of.
            boolean follows = last
                    ? held.seq() < chain.lastSeq() || hash.equals(chain.lastHash())
                    : next.seq() != held.seq() + 1
                            || hash.equals(next.operation().prevHash());
            if (!follows || held.seq() > chain.lastSeq()) {
                throw new StoreException(Problem.UNREADABLE, new SQLException("the operations' chain is broken"));
            }
        }
    }

    static void keepChain(Connection db, Chain chain) throws SQLException {
        String upsert = "INSERT INTO chain(one, last_seq, last_hash, durable_seq) VALUES (1, ?, ?, ?)"
                + " ON CONFLICT(one) DO UPDATE SET last_seq = excluded.last_seq, last_hash = excluded.last_hash,"
                + " durable_seq = excluded.durable_seq";
        try (PreparedStatement insert = db.prepareStatement(upsert)) {
            insert.setLong(1, chain.lastSeq());
            insert.setString(2, chain.lastHash());
            insert.setLong(3, chain.durableSeq());
            insert.executeUpdate();
        }
    }

    static Chain readChain(Connection db) throws SQLException {
        try (PreparedStatement select = db.prepareStatement("SELECT last_seq, last_hash, durable_seq FROM chain");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Chain(row.getLong(1), row.getString(2), row.getLong(3)) : Chain.START;
        }
    }

    private static String identity(StreamId stream, long seq) {
        return "operation|" + stream + '|' + seq;
    }
}
