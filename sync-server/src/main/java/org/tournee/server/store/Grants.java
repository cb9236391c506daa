package org.tournee.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Sql;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;

/** Who may hold which bucket. Whoever changes a grant holds the lock of the bucket's head. Rule: R-SHARE. */
public final class Grants {

    /** A worker and a bucket. */
    public record Grant(WorkerId worker, BucketId bucket) {}

    private final Connection connection;
    private final OrganisationId organisation;

    public Grants(Connection connection, OrganisationId organisation) {
        this.connection = connection;
        this.organisation = organisation;
    }

    /** Gives what is not given yet; whoever enters again gets a new grant epoch, and need not give back the old one. */
    public void give(Collection<Grant> grants, Instant at) throws SQLException {
        if (grants.isEmpty()) {
            return;
        }
        SqlArray arrays = new SqlArray(connection);
        List<Grant> given = new ArrayList<>(new HashSet<>(grants));
        try (PreparedStatement insert = connection.prepareStatement("""
                with given as (
                insert into bucket_grant (org_id, worker_id, bucket_id, grant_epoch, granted_at)
                select ?, n.worker_id, n.bucket_id,
                       1 + coalesce((select max(g.grant_epoch) from bucket_grant g
                                     where g.org_id = ? and g.worker_id = n.worker_id and g.bucket_id = n.bucket_id), 0),
                       ?
                from unnest(?::uuid[], ?::text[]) as n(worker_id, bucket_id)
                where not exists (select 1 from bucket_grant g where g.org_id = ? and g.worker_id = n.worker_id
                                  and g.bucket_id = n.bucket_id and g.ended_at is null)
                returning org_id, worker_id, bucket_id)
                update withdrawal w set ended_at = ?, ended_by = 'GRANTED_AGAIN'
                from given g join stream s on s.org_id = g.org_id and s.worker_id = g.worker_id
                where w.org_id = g.org_id and w.stream_id = s.stream_id and w.bucket_id = g.bucket_id
                  and w.ended_at is null""")) {
            insert.setObject(1, organisation.value());
            insert.setObject(2, organisation.value());
            insert.setTimestamp(3, Timestamp.from(at));
            insert.setArray(4, arrays.ids(given, Grant::worker));
            insert.setArray(5, arrays.texts(given, grant -> grant.bucket().value()));
            insert.setObject(6, organisation.value());
            insert.setTimestamp(7, Timestamp.from(at));
            insert.executeUpdate();
        }
    }

    /** Ends what a worker holds of a dossier; each of their phones has to give it back: see {@link Withdrawals}. */
    public void end(WorkerId worker, Collection<BucketId> buckets, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                with ended as (
                update bucket_grant set ended_at = ?
                where org_id = ? and worker_id = ? and bucket_id = any(?) and ended_at is null
                returning org_id, worker_id, bucket_id, grant_epoch, ended_at)
                insert into withdrawal (org_id, stream_id, bucket_id, grant_epoch, opened_at)
                select e.org_id, s.stream_id, e.bucket_id, e.grant_epoch, e.ended_at
                from ended e join stream s on s.org_id = e.org_id and s.worker_id = e.worker_id
                where s.state <> 'REVOKED' and s.device_name <> 'web'""")) {
            update.setTimestamp(1, Timestamp.from(at));
            update.setObject(2, organisation.value());
            update.setObject(3, worker.value());
            update.setArray(4, new SqlArray(connection).texts(buckets, BucketId::value));
            update.executeUpdate();
        }
    }

    /** Whatever is granted of a dossier now, its restricted buckets included. */
    public List<Grant> current(DossierId dossier) throws SQLException {
        List<Grant> grants = new ArrayList<>();
        String prefix = "d/" + dossier + "/";
        try (PreparedStatement select = connection.prepareStatement("""
                select worker_id, bucket_id from bucket_grant
                where org_id = ? and bucket_id >= ? and bucket_id < ? and ended_at is null""")) {
            select.setObject(1, organisation.value());
            select.setString(2, prefix);
            select.setString(3, prefix + '~');
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    grants.add(new Grant(new WorkerId(rows.getObject(1, UUID.class)), new BucketId(rows.getString(2))));
                }
            }
        }
        return grants;
    }

    /** The restricted buckets of a dossier that exist. */
    public List<BucketId> restrictedOf(DossierId dossier) throws SQLException {
        List<BucketId> buckets = new ArrayList<>();
        String prefix = "d/" + dossier + "/r/";
        try (PreparedStatement select = connection.prepareStatement(
                "select bucket_id from bucket where org_id = ? and bucket_id >= ? and bucket_id < ?")) {
            select.setObject(1, organisation.value());
            select.setString(2, prefix);
            select.setString(3, prefix + '~');
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    buckets.add(new BucketId(rows.getString(1)));
                }
            }
        }
        return buckets;
    }

    /** Those who see everything of a dossier today: referents and replacements. */
    Set<WorkerId> seeEverything(DossierId dossier) throws SQLException {
        Set<WorkerId> workers = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select distinct r.worker_id from referent_fact r
                join bucket_grant g on g.org_id = r.org_id and g.worker_id = r.worker_id
                                   and g.bucket_id = ? and g.ended_at is null
                where r.org_id = ? and r.dossier_id = ? and r.role in ('REFERENT', 'REPLACEMENT')""")) {
            select.setString(1, BucketId.service(dossier).value());
            select.setObject(2, organisation.value());
            select.setObject(3, dossier.value());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    workers.add(new WorkerId(rows.getObject(1, UUID.class)));
                }
            }
        }
        return workers;
    }

    /**
     * Gives whoever holds a dossier what they may hold of its restricted buckets: each their own, and those who see
     * everything all of them. Rule: R-SHARE.
     */
    public void giveRestricted(DossierId dossier, Instant at) throws SQLException {
        Set<WorkerId> everything = seeEverything(dossier);
        List<BucketId> restricted = restrictedOf(dossier);
        List<Grant> given = new ArrayList<>();
        for (Grant held : current(dossier)) {
            BucketId own = BucketId.of(dossier, Audience.RESTRICTED, held.worker());
            restricted.stream()
                    .filter(bucket -> !held.bucket().isRestricted())
                    .filter(bucket -> bucket.equals(own) || everything.contains(held.worker()))
                    .forEach(bucket -> given.add(new Grant(held.worker(), bucket)));
        }
        give(given, at);
    }

    /** How many dossiers a worker holds now. */
    public int dossiersOf(WorkerId worker) throws SQLException {
        return Sql.first(connection, """
                        select count(*) from bucket_grant
                        where org_id = ? and worker_id = ? and ended_at is null
                          and bucket_id like 'd/%' and length(bucket_id) = 40 and not exists (
                              select 1 from reception_register r
                              where r.org_id = bucket_grant.org_id
                                and bucket_grant.bucket_id = 'd/' || r.register_id || '/s')""", row -> row.getInt(1), organisation, worker)
                .orElse(0);
    }

    /** Whether a worker holds a bucket now. */
    boolean holds(WorkerId worker, BucketId bucket) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select 1 from bucket_grant
                where org_id = ? and worker_id = ? and bucket_id = ? and ended_at is null""")) {
            select.setObject(1, organisation.value());
            select.setObject(2, worker.value());
            select.setString(3, bucket.value());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }
}
