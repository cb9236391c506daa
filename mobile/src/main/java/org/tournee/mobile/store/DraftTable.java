package org.tournee.mobile.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What forms held when they were left; the form's name is sealed with it. */
final class DraftTable {

    private static final char END_OF_NAME = '\n';

    private final Sealing sealing;

    DraftTable(Sealing sealing) {
        this.sealing = sealing;
    }

    /**
     * A draft and its place in the file.
     *
     * @param json what the form holds
     */
    record Draft(long seq, String json) {}

    /** The next free place. */
    static long nextSeq(Map<String, Draft> drafts) {
        return drafts.values().stream().mapToLong(Draft::seq).max().orElse(0) + 1;
    }

    void keep(Connection db, String form, Draft draft) throws SQLException {
        try (PreparedStatement insert = db.prepareStatement(
                "INSERT INTO draft(seq, sealed) VALUES (?, ?) ON CONFLICT(seq) DO UPDATE SET sealed = excluded.sealed")) {
            byte[] contents = (form + END_OF_NAME + draft.json()).getBytes(StandardCharsets.UTF_8);
            insert.setLong(1, draft.seq());
            insert.setBytes(2, sealing.seal(contents, identity(draft.seq())));
            insert.executeUpdate();
        }
    }

    void forget(Connection db, Draft draft) throws SQLException {
        try (PreparedStatement delete = db.prepareStatement("DELETE FROM draft WHERE seq = ?")) {
            delete.setLong(1, draft.seq());
            delete.executeUpdate();
        }
    }

    /** All drafts by form. */
    Map<String, Draft> readAll(Connection db) throws SQLException {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        try (PreparedStatement select = db.prepareStatement("SELECT seq, sealed FROM draft ORDER BY seq");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long seq = row.getLong(1);
                String contents = new String(sealing.open(row.getBytes(2), identity(seq)), StandardCharsets.UTF_8);
                int end = contents.indexOf(END_OF_NAME);
                drafts.put(contents.substring(0, end), new Draft(seq, contents.substring(end + 1)));
            }
        }
        return drafts;
    }

    private static String identity(long seq) {
        return "draft|" + seq;
    }
}
