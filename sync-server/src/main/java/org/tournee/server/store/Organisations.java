package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Database;

/** What is fixed about an organisation: its zone and its epoch. */
@Singleton
public class Organisations {

    /**
     * An organisation.
     *
     * @param epoch random; minted again at a restore, before the server starts
     */
    public record Row(String name, ZoneId zone, String epoch) {

        /** The day there at that instant. */
        public LocalDate dayOf(Instant at) {
            return LocalDate.ofInstant(at, zone);
        }
    }

    private final Database database;
    private final Map<OrganisationId, Row> known = new ConcurrentHashMap<>();

    Organisations(Database database) {
        this.database = database;
    }

    /**
     * The organisation.
     *
     * @throws IllegalArgumentException when there is none of that id
     */
    public Row find(OrganisationId id) {
        Row row = known.get(id);
        if (row == null) {
            row = read(id);
            known.put(id, row);
        }
        return row;
    }

    /** The day of the organisation at that instant. */
    public LocalDate today(OrganisationId id, Instant at) {
        return find(id).dayOf(at);
    }

    private Row read(OrganisationId id) {
        return database.write(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select name, zone, epoch from organisation where org_id = ?")) {
                select.setObject(1, id.value());
                try (ResultSet rows = select.executeQuery()) {
                    if (!rows.next()) {
                        throw new IllegalArgumentException("There is no such organisation");
                    }
                    return new Row(rows.getString(1), ZoneId.of(rows.getString(2)), rows.getString(3));
                }
            }
        });
    }
}
