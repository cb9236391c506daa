package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/** The communes that an organisation serves. */
@Singleton
public class Communes {

    private final Database database;

    Communes(Database database) {
        this.database = database;
    }

    /** Names by INSEE code, by name. */
    public Map<String, String> of(OrganisationId organisation) {
        Map<String, String> communes = new LinkedHashMap<>();
        database.read(connection -> Sql.all(
                connection,
                "select code, name from commune where org_id = ? order by name",
                row -> communes.put(row.getString("code"), row.getString("name")) == null,
                organisation));
        return communes;
    }
}
