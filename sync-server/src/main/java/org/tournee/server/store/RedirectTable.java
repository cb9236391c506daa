package org.tournee.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;

/** Dossiers and persons that were merged into another, and which one goes on. Rule: R-DUP. */
public final class RedirectTable {

    private RedirectTable() {}

    /** Where those ids lead, to the end; those that lead nowhere else are missing. */
    public static Map<UUID, UUID> ends(Connection connection, OrganisationId organisation, Collection<UUID> ids)
            throws SQLException {
        Map<UUID, UUID> ends = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                with recursive path as (
                    select from_id as origin, to_id as reached, 1 as hops from redirect
                    where org_id = ? and from_id = any(?)
                    union all
                    select p.origin, r.to_id, p.hops + 1 from path p
                    join redirect r on r.org_id = ? and r.from_id = p.reached)
                select distinct on (origin) origin, reached from path order by origin, hops desc""")) {
            select.setObject(1, organisation.value());
            select.setArray(2, new SqlArray(connection).uuids(ids, id -> id));
            select.setObject(3, organisation.value());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ends.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                }
            }
        }
        return ends;
    }
}
