package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Sql;

/** The random text that changes whenever the server may have lost something that a phone has seen. Rule: R-SYN. */
@Singleton
public class Epochs {

    private static final Logger LOG = LoggerFactory.getLogger(Epochs.class);
    private static final int BYTES = 8;

    private final SecureRandom random = new SecureRandom();

    /** A new one. */
    public String next() {
        byte[] epoch = new byte[BYTES];
        random.nextBytes(epoch);
        return HexFormat.of().formatHex(epoch);
    }

    /** Gives the organisation a new epoch, unless somebody did since {@code seen} was read; the one that holds now. */
    public String mint(Connection connection, OrganisationId organisation, String seen) throws SQLException {
        String fresh = next();
        int minted = Sql.change(
                connection,
                "update organisation set epoch = ? where org_id = ? and epoch = ?",
                fresh,
                organisation,
                seen);
        if (minted == 1) {
            LOG.warn("A phone knows more than this database: organisation {} has a new epoch", organisation);
            return fresh;
        }
        return current(connection, organisation);
    }

    /** Gives every organisation a new epoch. */
    public void mintAll(Connection connection) throws SQLException {
        for (OrganisationId organisation : Sql.all(
                connection, "select org_id from organisation", row -> new OrganisationId(Sql.uuid(row, "org_id")))) {
            Sql.change(connection, "update organisation set epoch = ? where org_id = ?", next(), organisation);
        }
    }

    /** The epoch that holds now. */
    public String current(Connection connection, OrganisationId organisation) throws SQLException {
        return Sql.first(
                        connection,
                        "select epoch from organisation where org_id = ?",
                        row -> row.getString("epoch"),
                        organisation)
                .orElseThrow(() -> new IllegalArgumentException("There is no such organisation"));
    }
}
