package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/** Who the workers are called; colleagues all know that of each other. */
@Singleton
class WorkerNames {

    private static final String SERVICE = "le service";
    private static final String UNKNOWN = "ancien collègue";
    private static final int UUID_LENGTH = 36;

    private final Database database;

    WorkerNames(Database database) {
        this.database = database;
    }

    /** The names of all workers of the organisation. */
    Names of(OrganisationId organisation) {
        Map<WorkerId, String> names = new HashMap<>();
        database.read(connection -> Sql.all(
                connection,
                "select worker_id, name from worker where org_id = ?",
                row -> names.put(new WorkerId(Sql.uuid(row, "worker_id")), row.getString("name")) == null,
                organisation));
        return new Names(names);
    }

    /** Names by id. */
    record Names(Map<WorkerId, String> byId) {

        String of(@Nullable WorkerId worker) {
            return worker == null ? SERVICE : byId.getOrDefault(worker, UNKNOWN);
        }

        /** The name, where the text is the id of a worker. */
        Optional<String> ofId(String text) {
            return text.length() == UUID_LENGTH
                    ? byId.entrySet().stream()
                            .filter(entry -> entry.getKey().toString().equals(text))
                            .map(Map.Entry::getValue)
                            .findFirst()
                    : Optional.empty();
        }
    }
}
