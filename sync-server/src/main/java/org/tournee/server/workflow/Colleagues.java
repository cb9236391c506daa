package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.util.List;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.WebSession;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/** Who may take a dossier: the social workers of a head's teams, or somebody themselves. Rule: R-SEG-5. */
@Singleton
class Colleagues {

    record Colleague(WorkerId id, String name) {}

    private final Database database;

    Colleagues(Database database) {
        this.database = database;
    }

    /** By name; the viewer alone where they head no team. */
    List<Colleague> receivers(WebSession session) {
        if (!session.has(Role.TEAM_HEAD)) {
            return List.of(new Colleague(session.worker(), session.name()));
        }
        return database.read(connection -> Sql.all(
                connection,
                """
                select w.worker_id, w.name from worker w
                join team t on t.org_id = w.org_id and t.team_id = w.team_id
                where w.org_id = ? and t.head_id = ? and w.active
                  and 'SOCIAL_WORKER' = any(string_to_array(w.roles, ' '))
                order by w.name, w.worker_id
                """,
                row -> new Colleague(new WorkerId(Sql.uuid(row, "worker_id")), row.getString("name")),
                session.organisation(),
                session.worker()));
    }
}
