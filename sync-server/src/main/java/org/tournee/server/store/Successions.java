package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.BucketId;
import org.tournee.sync.StreamId;

/** Lets streams grow out of one another where a phone was cloned or rolled back. Decision: 0011. */
@Singleton
public class Successions {

    private final Database database;
    private final AuditTrail audit;

    Successions(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** How a succession ended. */
    public enum Succession {
        DONE,
        /** The predecessor was revoked, or there is none: nothing follows it. */
        REVOKED,
        /** The successor's id is another stream's. */
        TAKEN
    }

    /**
     * Lets a stream grow out of the actor's own, which takes nothing more; both are of one family. Doing it again for the
     * same successor and key changes nothing. Two copies of a phone each get a successor of their own.
     *
     * @param publicKey the raw Ed25519 key of the successor
     */
    public Succession succeed(Actor actor, StreamId successor, byte[] publicKey, Instant at) {
        return database.write(connection -> {
            OrganisationId organisation = actor.organisation();
            Optional<Predecessor> found = Sql.first(
                    connection,
                    "select state, device_name, coalesce(family_id, stream_id) as family from stream"
                            + " where org_id = ? and stream_id = ? and worker_id = ? for no key update",
                    row -> new Predecessor(
                            StreamRow.State.valueOf(row.getString("state")),
                            row.getString("device_name"),
                            Sql.uuid(row, "family")),
                    organisation,
                    actor.stream(),
                    actor.worker());
            if (found.isEmpty() || found.get().state() == StreamRow.State.REVOKED) {
                return Succession.REVOKED;
            }
            Sql.change(
                    connection,
                    "update stream set state = 'FROZEN', family_id = ? where org_id = ? and stream_id = ?",
                    found.get().family(),
                    organisation,
                    actor.stream());
            if (follow(connection, actor, found.get(), successor, publicKey, at)) {
                audit.append(
                        connection,
                        organisation,
                        List.of(new AuditEntry(
                                at,
                                actor.worker(),
                                actor.stream(),
                                AuditEntry.Act.ENROL,
                                null,
                                null,
                                "successor " + successor)));
            }
            return Sql.first(
                            connection,
                            "select 1 from stream where org_id = ? and stream_id = ? and worker_id = ?"
                                    + " and public_key = ? and state <> 'REVOKED'",
                            row -> Succession.DONE,
                            organisation,
                            successor,
                            actor.worker(),
                            publicKey)
                    .orElse(Succession.TAKEN);
        });
    }

    private record Predecessor(StreamRow.State state, String device, UUID family) {}

    private static boolean follow(
            Connection connection,
            Actor actor,
            Predecessor predecessor,
            StreamId successor,
            byte[] publicKey,
            Instant at)
            throws SQLException {
        int made = Sql.change(
                connection,
                """
                insert into stream (org_id, stream_id, worker_id, device_name, public_key, state, enrolled_at, seen_at,
                                    family_id)
                values (?, ?, ?, ?, ?, 'ACTIVE', ?, ?, ?) on conflict do nothing
                """,
                actor.organisation(),
                successor,
                actor.worker(),
                predecessor.device(),
                publicKey,
                at,
                at,
                predecessor.family());
        if (made == 1) {
            inherit(connection, actor, successor, at);
        }
        return made == 1;
    }

    /**
     * What was withdrawn from the predecessor and is not held again is the successor's to give back: its file may still
     * hold it. The heads are locked, so that no grant ends or begins meanwhile unseen.
     */
    private static void inherit(Connection connection, Actor actor, StreamId successor, Instant at)
            throws SQLException {
        List<BucketId> concerned = Sql.all(
                connection,
                """
                select bucket_id from withdrawal where org_id = ? and stream_id = ?
                union
                select bucket_id from bucket_grant where org_id = ? and worker_id = ? and ended_at is null
                """,
                row -> new BucketId(row.getString(1)),
                actor.organisation(),
                actor.stream(),
                actor.organisation(),
                actor.worker());
        new Heads(connection, actor.organisation()).lock(concerned);
        Sql.change(connection, """
                insert into withdrawal (org_id, stream_id, bucket_id, grant_epoch, opened_at)
                select w.org_id, ?, w.bucket_id, w.grant_epoch, ?
                from withdrawal w
                where w.org_id = ? and w.stream_id = ?
                  and not exists (select 1 from bucket_grant g where g.org_id = w.org_id and g.worker_id = ?
                                  and g.bucket_id = w.bucket_id and g.ended_at is null)
                """, successor, at, actor.organisation(), actor.stream(), actor.worker());
    }
}
