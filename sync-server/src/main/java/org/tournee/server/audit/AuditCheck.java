package org.tournee.server.audit;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;

/** Finds out whether anybody altered, added or removed a row of the audit. Rule: R-AUD. */
@Singleton
public class AuditCheck {

    private final Database database;

    AuditCheck(Database database) {
        this.database = database;
    }

    /** What the check found. */
    public sealed interface Verdict {}

    /** The chain is whole, with so many rows. */
    public record Intact(long rows) implements Verdict {}

    /** From this row on the chain cannot be trusted. */
    public record Broken(long seq) implements Verdict {}

    /** Checks one chain: a dossier's, or {@link AuditTrail#ORGANISATION}. */
    public Verdict check(OrganisationId organisation, String chain) {
        return database.write(connection -> check(connection, organisation, chain));
    }

    private static Verdict check(Connection connection, OrganisationId organisation, String chain) throws SQLException {
        AuditTrail.End end = AuditTrail.End.NONE;
        try (PreparedStatement select = connection.prepareStatement("""
                select seq, at, worker_id, stream_id, act, dossier_id, record_id, detail, hash
                from audit where org_id = ? and chain = ? order by seq""")) {
            select.setObject(1, organisation.value());
            select.setString(2, chain);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String expected = AuditHash.of(organisation, chain, end, entry(rows));
                    if (rows.getLong("seq") != end.seq() + 1 || !expected.equals(rows.getString("hash"))) {
                        return new Broken(end.seq() + 1);
                    }
                    end = new AuditTrail.End(end.seq() + 1, expected);
                }
            }
        }
        return end.equals(recordedEnd(connection, organisation, chain))
                ? new Intact(end.seq())
                : new Broken(end.seq() + 1);
    }

    private static AuditTrail.End recordedEnd(Connection connection, OrganisationId organisation, String chain)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select seq, hash from audit_chain where org_id = ? and chain = ?")) {
            select.setObject(1, organisation.value());
            select.setString(2, chain);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new AuditTrail.End(rows.getLong(1), rows.getString(2)) : AuditTrail.End.NONE;
            }
        }
    }

    private static AuditEntry entry(ResultSet rows) throws SQLException {
        UUID worker = id(rows, "worker_id");
        UUID stream = id(rows, "stream_id");
        UUID dossier = id(rows, "dossier_id");
        UUID record = id(rows, "record_id");
        return new AuditEntry(
                rows.getTimestamp("at").toInstant(),
                worker == null ? null : new WorkerId(worker),
                stream == null ? null : new StreamId(stream),
                AuditEntry.Act.valueOf(rows.getString("act")),
                dossier == null ? null : new DossierId(dossier),
                record == null ? null : new RecordId(record),
                rows.getString("detail"));
    }

    private static @Nullable UUID id(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }
}
