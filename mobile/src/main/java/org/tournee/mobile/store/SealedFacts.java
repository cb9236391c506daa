package org.tournee.mobile.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Single sealed values by name: whose store it is, the refresh token, the server's epoch. */
final class SealedFacts {

    static final String IDENTITY = "identity";
    static final String REFRESH_TOKEN = "refresh_token";
    static final String EPOCH = "epoch";
    static final String DIGEST = "digest";
    static final String DOCUMENTS_KEY = "documents_key";
    static final String DOOR_KEY = "door_key";
    static final String SUCCESSOR = "successor";
    static final String SUCCEEDED_AT = "succeeded_at";
    static final String FROZEN = "frozen";
    static final String AGREED_AT = "agreed_at";

    private final Sealing sealing;

    SealedFacts(Sealing sealing) {
        this.sealing = sealing;
    }

    void keep(Connection db, String name, @Nullable String value) throws SQLException {
        if (value == null) {
            try (PreparedStatement delete = db.prepareStatement("DELETE FROM fact WHERE name = ?")) {
                delete.setString(1, name);
                delete.executeUpdate();
            }
            return;
        }
        try (PreparedStatement insert = db.prepareStatement("INSERT INTO fact(name, sealed) VALUES (?, ?)"
                + " ON CONFLICT(name) DO UPDATE SET sealed = excluded.sealed")) {
            insert.setString(1, name);
            insert.setBytes(2, sealing.seal(value.getBytes(StandardCharsets.UTF_8), identity(name)));
            insert.executeUpdate();
        }
    }

    Map<String, String> readAll(Connection db) throws SQLException {
        Map<String, String> facts = new HashMap<>();
        try (PreparedStatement select = db.prepareStatement("SELECT name, sealed FROM fact");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String name = row.getString(1);
                byte[] opened = sealing.open(row.getBytes(2), identity(name));
                facts.put(name, new String(opened, StandardCharsets.UTF_8));
            }
        }
        return facts;
    }

    private static String identity(String name) {
        return "fact|" + name;
    }
}
