package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.RoleCodes;

/** Who the workers are called; colleagues all know that of each other. */
@Singleton
public class WorkerNames {

    private static final String SERVICE = "le service";
    private static final Known NOBODY = new Known("ancien collègue", "");
    private static final int UUID_LENGTH = 36;

    private final Database database;

    WorkerNames(Database database) {
        this.database = database;
    }

    /** The names of all workers of the organisation. */
    public Names of(OrganisationId organisation) {
        Map<WorkerId, Known> names = new HashMap<>();
        database.read(connection -> Sql.all(
                connection,
                "select worker_id, name, roles from worker where org_id = ?",
                row -> names.put(
                                new WorkerId(Sql.uuid(row, "worker_id")),
                                new Known(row.getString("name"), roles(row.getString("roles"))))
                        == null,
                organisation));
        return new Names(names);
    }

    private static String roles(String codes) {
        return RoleCodes.read(codes).stream().map(Words::of).collect(Collectors.joining(", "));
    }

    /** A colleague: their name, and what they do in words. */
    public record Known(String name, String roles) {}

    /** Names by id. */
    public record Names(Map<WorkerId, Known> byId) {

        /** The name; the service itself for nobody. */
        public String of(@Nullable WorkerId worker) {
            return worker == null ? SERVICE : byId.getOrDefault(worker, NOBODY).name();
        }

        /** What they do, in words; empty for the service itself. */
        public String rolesOf(@Nullable WorkerId worker) {
            return worker == null ? "" : byId.getOrDefault(worker, NOBODY).roles();
        }

        /** The name, where the text is the id of a worker. */
        public Optional<String> ofId(String text) {
            return text.length() == UUID_LENGTH
                    ? byId.entrySet().stream()
                            .filter(entry -> entry.getKey().toString().equals(text))
                            .map(entry -> entry.getValue().name())
                            .findFirst()
                    : Optional.empty();
        }
    }
}
