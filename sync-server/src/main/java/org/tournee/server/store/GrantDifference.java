package org.tournee.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Sql;
import org.tournee.sync.BucketId;

/**
 * Brings grants in line with what a query says of them. Done again, it changes nothing. Rule: R-SHARE.
 *
 * @param query whose rows are 'GIVE' or 'END', a worker and a bucket
 * @param why grants change, as the audit tells it
 * @param besides buckets that callers write to afterwards: locked with the others, since the audit's chain comes last
 */
record GrantDifference(RecordWriter writer, String query, String why, List<BucketId> besides) {

    private record Change(boolean gives, WorkerId worker, BucketId bucket) {}

    /**
     * Gives what is missing and ends what is too much.
     *
     * @param parameters of the query
     * @return how many grants changed
     */
    int apply(Connection connection, OrganisationId organisation, Instant now, @Nullable Object... parameters)
            throws SQLException {
        Set<BucketId> touched = new HashSet<>();
        changes(connection, parameters).forEach(change -> touched.add(change.bucket()));
        if (touched.isEmpty()) {
            return 0;
        }
        // Their heads are locked first; what another transaction changed meanwhile is seen by asking again. A bucket
        // that
        // appeared meanwhile is not locked: whoever made it gives it.
        AuditEntry entry =
                new AuditEntry(now, null, null, AuditEntry.Act.ASSIGN, null, null, why + " " + touched.size());
        Actor service = Actor.service(organisation);
        Set<BucketId> locked = new HashSet<>(touched);
        locked.addAll(besides);
        writer.lock(connection, service, locked);
        writer.write(connection, service, List.of(), touched, List.of(entry), now);
        List<Change> changes = changes(connection, parameters).stream()
                .filter(change -> touched.contains(change.bucket()))
                .toList();
        write(new Grants(connection, organisation), changes, now);
        return changes.size();
    }

    private static void write(Grants grants, List<Change> changes, Instant now) throws SQLException {
        List<Grants.Grant> given = new ArrayList<>();
        Map<WorkerId, List<BucketId>> ended = new HashMap<>();
        for (Change change : changes) {
            if (change.gives()) {
                given.add(new Grants.Grant(change.worker(), change.bucket()));
            } else {
                ended.computeIfAbsent(change.worker(), worker -> new ArrayList<>())
                        .add(change.bucket());
            }
        }
        grants.give(given, now);
        for (Map.Entry<WorkerId, List<BucketId>> end : ended.entrySet()) {
            grants.end(end.getKey(), end.getValue(), now);
        }
    }

    private List<Change> changes(Connection connection, @Nullable Object... parameters) throws SQLException {
        return Sql.all(
                connection,
                query,
                row -> new Change(
                        row.getString(1).equals("GIVE"),
                        new WorkerId(row.getObject(2, UUID.class)),
                        new BucketId(row.getString(3))),
                parameters);
    }
}
