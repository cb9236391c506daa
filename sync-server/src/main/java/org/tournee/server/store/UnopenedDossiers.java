package org.tournee.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Sql;

/** Ids under which a dossier can still be opened. */
public final class UnopenedDossiers {

    private UnopenedDossiers() {}

    /**
     * Those of the ids that nothing has and no dossier ever had: no record, no worker and no desk's register, whose keys
     * are kept beside the dossiers', and no dossier that was erased or merged.
     */
    public static Set<DossierId> among(Connection connection, OrganisationId organisation, Set<DossierId> ids)
            throws SQLException {
        return new HashSet<>(Sql.all(
                connection,
                """
                select n.id from unnest(?::uuid[]) as n(id), (select ?::uuid as org_id) o
                where not exists (select 1 from record r where r.org_id = o.org_id and r.record_id = n.id)
                  and not exists (select 1 from worker w where w.org_id = o.org_id and w.worker_id = n.id)
                  and not exists (select 1 from reception_register g
                                  where g.org_id = o.org_id and g.register_id = n.id)
                  and not exists (select 1 from erased_dossier e where e.org_id = o.org_id and e.dossier_id = n.id)
                  and not exists (select 1 from redirect d where d.org_id = o.org_id and d.from_id = n.id)""",
                row -> new DossierId(Sql.uuid(row, "id")),
                new SqlArray(connection).ids(ids, id -> id),
                organisation.value()));
    }
}
