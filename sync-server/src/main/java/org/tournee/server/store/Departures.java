package org.tournee.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.tournee.organisation.OrganisationId;

/** Notes which records left a bucket for another one of their dossier. Rules: R-SHARE, R-SYN. */
final class Departures {

    private Departures() {}

    /** Whoever holds those buckets learns that the records are gone there. Their positions must have been taken. */
    static void write(
            Connection connection, OrganisationId organisation, List<Workspace.Departure> departures, Instant at)
            throws SQLException {
        if (departures.isEmpty()) {
            return;
        }
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into departure_fact (org_id, bucket_id, record_id, kind, position, rev, departed_at)
                select distinct on (d.bucket_id, d.record_id) ?, d.bucket_id, d.record_id, d.kind, d.position, d.rev, ?
                from unnest(?::text[], ?::uuid[], ?::text[], ?::int8[], ?::int8[])
                     as d(bucket_id, record_id, kind, position, rev)
                order by d.bucket_id, d.record_id, d.position desc
                on conflict (org_id, bucket_id, record_id) do update set
                    position = excluded.position, rev = excluded.rev, departed_at = excluded.departed_at""")) {
            upsert.setObject(1, organisation.value());
            upsert.setTimestamp(2, Timestamp.from(at));
            upsert.setArray(
                    3, arrays.texts(departures, departure -> departure.bucket().value()));
            upsert.setArray(4, arrays.ids(departures, Workspace.Departure::record));
            upsert.setArray(5, arrays.texts(departures, Workspace.Departure::kind));
            upsert.setArray(6, arrays.longs(departures, Workspace.Departure::position));
            upsert.setArray(7, arrays.longs(departures, Workspace.Departure::rev));
            upsert.executeUpdate();
        }
        restrictReturns(connection, organisation, departures);
    }

    /** What came back about a record that is restricted now is told to nobody else either. Rule: R-SHARE. */
    private static void restrictReturns(
            Connection connection, OrganisationId organisation, List<Workspace.Departure> departures)
            throws SQLException {
        List<Workspace.Departure> restricted = departures.stream()
                .filter(departure -> !departure.bucket().isRestricted())
                .toList();
        try (PreparedStatement update = connection.prepareStatement(
                "update open_return set restricted = true where org_id = ? and subject_id = any(?)")) {
            update.setObject(1, organisation.value());
            update.setArray(2, new SqlArray(connection).ids(restricted, Workspace.Departure::record));
            update.executeUpdate();
        }
    }
}
