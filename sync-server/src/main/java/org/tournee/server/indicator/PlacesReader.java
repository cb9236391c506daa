package org.tournee.server.indicator;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/** Reads where dossiers are from their facts: no dossier is opened. Rule: R-IND. */
@Singleton
class PlacesReader {

    private final Database database;

    PlacesReader(Database database) {
        this.database = database;
    }

    Places read(OrganisationId organisation) {
        return database.read(
                connection -> new Places(sites(connection, organisation), dossiers(connection, organisation)));
    }

    private static List<Places.Site> sites(Connection connection, OrganisationId organisation) throws SQLException {
        Map<UUID, Places.Site> sites = new LinkedHashMap<>();
        Sql.all(
                        connection,
                        "select site_id, name from site where org_id = ? order by name, site_id",
                        row -> new Places.Site(Sql.uuid(row, "site_id"), row.getString("name"), new ArrayList<>()),
                        organisation)
                .forEach(site -> sites.put(site.id(), site));
        Sql.all(
                connection,
                "select territory_id, site_id, name from territory where org_id = ? order by name, territory_id",
                row -> {
                    Places.Site site = sites.get(Sql.uuid(row, "site_id"));
                    Places.Territory territory =
                            new Places.Territory(Sql.uuid(row, "territory_id"), row.getString("name"));
                    return site != null && site.territories().add(territory);
                },
                organisation);
        return List.copyOf(sites.values());
    }

    /** A commune that two territories name is of the first by name. */
    private static Map<UUID, UUID> dossiers(Connection connection, OrganisationId organisation) throws SQLException {
        Map<UUID, UUID> territories = new HashMap<>();
        Sql.all(
                connection,
                """
                select distinct on (d.dossier_id) d.dossier_id, t.territory_id
                from dossier_fact d
                join territory t on t.org_id = d.org_id and d.commune_code = any(string_to_array(t.commune_codes, ' '))
                join site s on s.org_id = t.org_id and s.site_id = t.site_id
                where d.org_id = ? order by d.dossier_id, t.name, t.territory_id
                """,
                row -> territories.put(Sql.uuid(row, "dossier_id"), Sql.uuid(row, "territory_id")) == null,
                organisation);
        return territories;
    }
}
