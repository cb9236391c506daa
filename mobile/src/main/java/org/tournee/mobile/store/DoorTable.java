package org.tournee.mobile.store;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.Outcome;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** What can be delivered without the PIN: envelopes that only the server can open, and where they go. */
final class DoorTable {

    private DoorTable() {}

    static void keepAddress(Connection db, DoorAddress address) throws SQLException {
        String insertion = "INSERT OR REPLACE INTO address(one, stream, worker, organisation, server, initials)"
                + " VALUES (1, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = db.prepareStatement(insertion)) {
            insert.setString(1, address.stream().toString());
            insert.setString(2, address.worker().toString());
            insert.setString(3, address.organisation().toString());
            insert.setString(4, address.server().toString());
            insert.setString(5, address.initials());
            insert.executeUpdate();
        }
    }

    /** Empty in a file of the first format that nobody has unlocked since. */
    static Optional<DoorAddress> readAddress(Connection db) throws SQLException {
        try (PreparedStatement select =
                        db.prepareStatement("SELECT stream, worker, organisation, server, initials FROM address");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new DoorAddress(
                            StreamId.parse(row.getString(1)),
                            WorkerId.parse(row.getString(2)),
                            OrganisationId.parse(row.getString(3)),
                            URI.create(row.getString(4)),
                            row.getString(5)))
                    : Optional.empty();
        }
    }

    static void keep(Connection db, List<DoorEnvelope> envelopes) throws SQLException {
        try (PreparedStatement insert = db.prepareStatement("INSERT INTO envelope(first_seq, json) VALUES (?, ?)")) {
            for (DoorEnvelope envelope : envelopes) {
                insert.setLong(1, envelope.firstSeq());
                insert.setString(2, Wire.json(envelope));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void forget(Connection db, List<DoorEnvelope> envelopes) throws SQLException {
        try (PreparedStatement delete = db.prepareStatement("DELETE FROM envelope WHERE first_seq = ?")) {
            for (DoorEnvelope envelope : envelopes) {
                delete.setLong(1, envelope.firstSeq());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    static List<DoorEnvelope> readAll(Connection db) throws SQLException {
        return read(db, "SELECT json FROM envelope ORDER BY first_seq");
    }

    /** The envelopes of which the server has not answered everything. */
    static List<DoorEnvelope> readUndelivered(Connection db) throws SQLException {
        return read(
                db,
                "SELECT json FROM envelope e WHERE EXISTS (SELECT 1 FROM operation o"
                        + " WHERE o.op_seq BETWEEN e.first_seq AND json_extract(e.json, '$.last_seq')"
                        + " AND NOT EXISTS (SELECT 1 FROM outcome a WHERE a.op_seq = o.op_seq))"
                        + " ORDER BY first_seq");
    }

    private static List<DoorEnvelope> read(Connection db, String query) throws SQLException {
        List<DoorEnvelope> envelopes = new ArrayList<>();
        try (PreparedStatement select = db.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                envelopes.add(Wire.read(DoorEnvelope.class, row.getString(1)));
            }
        }
        return envelopes;
    }

    /** Forgets what the server answered, from that operation on. */
    static void undelivered(Connection db, long opSeq) throws SQLException {
        try (PreparedStatement delete = db.prepareStatement("DELETE FROM outcome WHERE op_seq >= ?")) {
            delete.setLong(1, opSeq);
            delete.executeUpdate();
        }
    }

    /** Keeps what the server answered, for whoever opens the file next; the bytes and their overlay stay. */
    static void delivered(Connection db, List<Outcome> outcomes) throws SQLException {
        try (PreparedStatement keep = db.prepareStatement("INSERT OR IGNORE INTO outcome(op_seq, json, overlay)"
                + " SELECT op_seq, ?, 1 FROM operation WHERE op_seq = ?")) {
            for (Outcome outcome : outcomes) {
                keep.setString(1, Wire.json(outcome));
                keep.setLong(2, outcome.opSeq());
                keep.addBatch();
            }
            keep.executeBatch();
        }
    }
}
