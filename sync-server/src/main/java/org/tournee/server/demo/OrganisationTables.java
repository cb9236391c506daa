package org.tournee.server.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.tournee.organisation.WorkerId;

/** Writes where the organisation works: sites, teams, communes, territories, permanences. No dossier hangs on them. */
final class OrganisationTables {

    private final DataSource database;
    private final UUID organisation;

    OrganisationTables(DataSource database, UUID organisation) {
        this.database = database;
        this.organisation = organisation;
    }

    /** Writes all of it in one transaction. */
    void write(DemoOrganisation demo) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            batch(connection, "insert into site values (?, ?, ?, ?)", demo.sites(), (row, plan) -> {
                row.setObject(2, plan.id().value());
                row.setString(3, plan.site().label);
                row.setString(4, plan.site().communeCode);
            });
            batch(connection, "insert into team values (?, ?, ?, ?, ?)", demo.teams(), (row, team) -> {
                WorkerId head = team.head();
                row.setObject(2, team.id().value());
                row.setObject(3, team.site().value());
                row.setString(4, team.name());
                row.setObject(5, head.value());
            });
            writePlaces(connection, demo);
            connection.commit();
        }
    }

    /** The epoch that the server minted for the organisation. */
    String epoch() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select epoch from organisation where org_id = ?")) {
            query.setObject(1, organisation);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private void writePlaces(Connection connection, DemoOrganisation demo) throws SQLException {
        batch(
                connection,
                "insert into commune values (?, ?, ?, ?, ?, ?)",
                demo.communes().all(),
                (row, commune) -> {
                    row.setString(2, commune.code());
                    row.setString(3, commune.name());
                    row.setString(4, String.join(" ", commune.postcodes()));
                    row.setInt(5, commune.population());
                    row.setString(6, commune.intercommunality());
                });
        batch(connection, "insert into territory values (?, ?, ?, ?, ?, ?)", demo.territories(), (row, territory) -> {
            row.setObject(2, territory.id().value());
            row.setObject(3, territory.site().value());
            row.setString(4, territory.name());
            row.setString(5, territory.arrangement().name());
            row.setString(6, String.join(" ", territory.communeCodes()));
        });
        batch(connection, "insert into permanence values (?, ?, ?, ?, ?, ?, ?)", demo.permanences(), (row, place) -> {
            row.setObject(2, place.id().value());
            row.setObject(3, place.site().value());
            row.setString(4, place.communeCode());
            row.setInt(5, place.day().getValue());
            row.setObject(6, place.opens());
            row.setInt(7, place.everyWeeks());
        });
    }

    private <T> void batch(Connection connection, String sql, Collection<T> values, Filling<T> filling)
            throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            for (T value : values) {
                row.setObject(1, organisation);
                filling.fill(row, value);
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    /** Fills the columns after the first. */
    private interface Filling<T> {
        void fill(PreparedStatement row, T value) throws SQLException;
    }
}
