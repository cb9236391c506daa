package org.tournee.server.access;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.StreamId;

/**
 * Rotating refresh tokens, one family a stream. A token works until one of its successors was used, so that a lost
 * answer does not lock a phone out; a token that comes back after that was copied, and ends the family.
 */
@Singleton
final class RefreshTokens {

    private final Database database;
    private final AccessSettings settings;
    private final Clock clock;

    RefreshTokens(Database database, AccessSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** The first token of a family; whatever was given to that stream before ends. */
    String begin(OrganisationId organisation, WorkerId worker, StreamId stream) {
        return database.write(connection -> {
            revokeFamily(connection, organisation, stream);
            return mint(connection, new Holder(organisation, worker, stream), null);
        });
    }

    /** Exchanges a token for its successor. */
    Exchange exchange(String token) {
        String hash = Tokens.hash(token);
        return database.write(connection -> {
            Optional<Stored> found = lock(connection, hash);
            if (found.isEmpty()
                    || found.get().revoked()
                    || !clock.instant().isBefore(found.get().expiresAt())) {
                return new Unknown();
            }
            Stored stored = found.get();
            Holder holder = stored.holder();
            if (stored.used() || !supersedesItsParent(connection, stored, hash)) {
                revokeFamily(connection, holder.organisation(), holder.stream());
                return new Copied();
            }
            return new Exchanged(holder, mint(connection, holder, hash));
        });
    }

    /** Ends whatever was given to that stream. */
    void end(OrganisationId organisation, StreamId stream) {
        database.write(connection -> revokeFamily(connection, organisation, stream));
    }

    /** Removes what expired; tells how many. */
    int removeExpired() {
        return database.write(connection ->
                Sql.change(connection, "delete from refresh_token where expires_at < ?", clock.instant()));
    }

    /** The first child that is used takes the parent's place; false where a sibling has done so before. */
    private static boolean supersedesItsParent(Connection connection, Stored stored, String hash) throws SQLException {
        if (stored.parent() == null) {
            return true;
        }
        Optional<Stored> parent = lock(connection, stored.parent());
        if (parent.isEmpty() || hash.equals(parent.get().successor())) {
            return true;
        }
        if (parent.get().used()) {
            return false;
        }
        Sql.change(
                connection,
                "update refresh_token set used = true, successor = ? where token_hash = ?",
                hash,
                stored.parent());
        return true;
    }

    private String mint(Connection connection, Holder holder, @Nullable String parent) throws SQLException {
        String token = Tokens.random();
        Sql.change(
                connection,
                """
                insert into refresh_token (org_id, token_hash, worker_id, stream_id, parent, expires_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                holder.organisation(),
                Tokens.hash(token),
                holder.worker(),
                holder.stream(),
                parent,
                clock.instant().plus(settings.refreshLasts()));
        return token;
    }

    private static int revokeFamily(Connection connection, OrganisationId organisation, StreamId stream)
            throws SQLException {
        return Sql.change(
                connection,
                "update refresh_token set revoked = true where org_id = ? and stream_id = ? and not revoked",
                organisation,
                stream);
    }

    private static Optional<Stored> lock(Connection connection, String hash) throws SQLException {
        return Sql.first(
                connection, "select * from refresh_token where token_hash = ? for update", RefreshTokens::stored, hash);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Holder holder = new Holder(
                new OrganisationId(Sql.uuid(row, "org_id")),
                new WorkerId(Sql.uuid(row, "worker_id")),
                new StreamId(Sql.uuid(row, "stream_id")));
        return new Stored(
                holder,
                row.getString("parent"),
                row.getString("successor"),
                row.getBoolean("used"),
                row.getBoolean("revoked"),
                Sql.instant(row, "expires_at"));
    }

    /** Whose token it is. */
    record Holder(OrganisationId organisation, WorkerId worker, StreamId stream) {}

    /** How an exchange ended. */
    sealed interface Exchange {}

    record Exchanged(Holder holder, String successor) implements Exchange {}

    /** Never given, expired or revoked. */
    record Unknown() implements Exchange {}

    /** Used again after its successor was: the family has been revoked. */
    record Copied() implements Exchange {}

    private record Stored(
            Holder holder,
            @Nullable String parent,
            @Nullable String successor,
            boolean used,
            boolean revoked,
            Instant expiresAt) {}
}
