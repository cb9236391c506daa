package org.tournee.server.access;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.StreamId;

/** Which phones are enrolled. */
@Singleton
final class Enrolments {

    private static final String REVOKED = "REVOKED";

    private final Database database;
    private final Clock clock;

    Enrolments(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Creates a stream; doing it again for the same worker and key changes nothing.
     *
     * @param publicKey the raw Ed25519 key
     * @return false where the id is another worker's, has another key, or was revoked
     */
    boolean enrol(OrganisationId organisation, WorkerId worker, StreamId stream, String deviceName, byte[] publicKey) {
        return database.write(connection -> {
            Sql.change(
                    connection,
                    """
                    insert into stream (org_id, stream_id, worker_id, device_name, public_key, state, enrolled_at, seen_at)
                    values (?, ?, ?, ?, ?, 'ACTIVE', ?, ?) on conflict do nothing
                    """,
                    organisation,
                    stream,
                    worker,
                    deviceName,
                    publicKey,
                    clock.instant(),
                    clock.instant());
            return isThat(connection, organisation, worker, stream, publicKey);
        });
    }

    private static boolean isThat(
            Connection connection, OrganisationId organisation, WorkerId worker, StreamId stream, byte[] publicKey)
            throws SQLException {
        return Sql.first(
                        connection,
                        "select worker_id, public_key, state from stream where org_id = ? and stream_id = ?",
                        row -> worker.value().equals(Sql.uuid(row, "worker_id"))
                                && Arrays.equals(publicKey, row.getBytes("public_key"))
                                && !REVOKED.equals(row.getString("state")),
                        organisation,
                        stream)
                .orElse(false);
    }

    /**
     * Whether a store that writes to that stream may be opened without its PIN: it is the worker's own, and neither it nor
     * a stream that grew out of the same file was revoked.
     */
    boolean mayBeRecovered(OrganisationId organisation, WorkerId worker, StreamId stream) {
        return database.read(
                connection -> Sql.first(connection, """
                        select not exists (
                            select 1 from stream kin where kin.org_id = s.org_id and kin.state = 'REVOKED'
                            and (kin.stream_id = s.stream_id or kin.family_id = s.family_id)) as free
                        from stream s where s.org_id = ? and s.stream_id = ? and s.worker_id = ?
                        """, row -> row.getBoolean("free"), organisation, stream, worker)
                        .orElse(false));
    }

    boolean isRevoked(OrganisationId organisation, StreamId stream) {
        Optional<String> state = database.read(connection -> Sql.first(
                connection,
                "select state from stream where org_id = ? and stream_id = ?",
                row -> row.getString("state"),
                organisation,
                stream));
        return state.isEmpty() || REVOKED.equals(state.get());
    }
}
