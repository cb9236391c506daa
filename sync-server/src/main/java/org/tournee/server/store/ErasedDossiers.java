package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Sql;
import org.tournee.sync.BucketId;

/**
 * Empties a dossier for good and destroys its key. It needs no key for that, so that a restore can do it again to a copy
 * of which the key is gone already. Rule: R-GDPR. Source: docs/sync.md, Erasure.
 */
@Singleton
public class ErasedDossiers {

    /** The table that notes them: the archive has it, and a restore does the erasures that it finds there. */
    public static final String TABLE = "erased_dossier";

    private final MovedBuckets moved;
    private final DestroyedKeys destroyed;

    ErasedDossiers(MovedBuckets moved, DestroyedKeys destroyed) {
        this.moved = moved;
        this.destroyed = destroyed;
    }

    /** Those of the dossiers that were erased. */
    public static Set<DossierId> among(Connection connection, OrganisationId organisation, Set<DossierId> dossiers)
            throws SQLException {
        return new HashSet<>(Sql.all(
                connection,
                "select dossier_id from erased_dossier where org_id = ? and dossier_id = any(?)",
                row -> new DossierId(Sql.uuid(row, "dossier_id")),
                organisation,
                new SqlArray(connection).ids(dossiers, id -> id)));
    }

    /**
     * Locks every bucket with any of the dossiers until the transaction ends: their own, and those of the workers to whom
     * changes came back.
     */
    public void lock(Connection connection, OrganisationId organisation, Collection<DossierId> dossiers)
            throws SQLException {
        Set<BucketId> buckets = buckets(connection, organisation, dossiers);
        new Heads(connection, organisation).lock(buckets);
        if (!buckets.containsAll(buckets(connection, organisation, dossiers))) {
            throw MovedMeanwhile.failure();
        }
    }

    private static Set<BucketId> buckets(
            Connection connection, OrganisationId organisation, Collection<DossierId> dossiers) throws SQLException {
        Set<BucketId> buckets = new HashSet<>();
        for (DossierId dossier : dossiers) {
            buckets.addAll(rows(connection, organisation, dossier).keySet());
        }
        return buckets;
    }

    /**
     * Empties every record where it is, ends every grant, forgets everything else and destroys the key. Each phone that
     * held any of it owes a withdrawal until it says that it holds nothing any more; what lies in a worker's own bucket is
     * fetched again without it.
     */
    public void empty(Connection connection, OrganisationId organisation, DossierId dossier, Instant at)
            throws SQLException {
        lock(connection, organisation, List.of(dossier));
        Map<BucketId, Long> rows = rows(connection, organisation, dossier);
        Map<BucketId, Long> heads = new Heads(connection, organisation).lock(rows.keySet());
        for (Map.Entry<BucketId, Long> bucket : rows.entrySet()) {
            empty(
                    connection,
                    organisation,
                    dossier,
                    bucket.getKey(),
                    heads.getOrDefault(bucket.getKey(), 0L),
                    bucket.getValue(),
                    at);
        }
        Grants grants = new Grants(connection, organisation);
        for (Grants.Grant grant : grants.current(dossier)) {
            grants.end(grant.worker(), List.of(grant.bucket()), at);
        }
        // The key first: an upload that has just begun holds it, and is forgotten with the others once it is there.
        Sql.change(connection, "delete from sealing_key where org_id = ? and owner_id = ?", organisation, dossier);
        Sql.first(connection, "select forget_dossier(?, ?)", row -> true, organisation.value(), dossier.value());
        destroyed.afterCommit(organisation, List.of(dossier.value()));
        moved.afterCommit(organisation, new ArrayList<>(rows.keySet()));
    }

    /** How many records each bucket has that are not empty; its own buckets are all there, in the order of locks. */
    private static Map<BucketId, Long> rows(Connection connection, OrganisationId organisation, DossierId dossier)
            throws SQLException {
        Map<BucketId, Long> rows = new TreeMap<>(Comparator.comparing(BucketId::value));
        Sql.all(
                        connection,
                        """
                        select bucket_id, count(*) filter (where octet_length(sealed) > 0) as living from record
                        where org_id = ? and dossier_id = ? group by bucket_id
                        union all select bucket_id, 0 from bucket where org_id = ? and bucket_id like ?""",
                        row -> Map.entry(new BucketId(row.getString(1)), row.getLong(2)),
                        organisation,
                        dossier,
                        organisation,
                        "d/" + dossier + "/%")
                .forEach(bucket -> rows.merge(bucket.getKey(), bucket.getValue(), Long::sum));
        return rows;
    }

    private static void empty(
            Connection connection,
            OrganisationId organisation,
            DossierId dossier,
            BucketId bucket,
            long head,
            long living,
            Instant at)
            throws SQLException {
        long next = head + living + 1;
        // Nothing lives in the dossier's own buckets any more; what is left in a worker's is counted anew.
        Sql.change(
                connection,
                "update bucket set head = ?, floor_seq = ?, checksum = case when bucket_id like 'd/%' then 0 end"
                        + " where org_id = ? and bucket_id = ?",
                next,
                next,
                organisation,
                bucket.value());
        Sql.change(connection, """
                update record r set deleted = true, sealed = '', writers = '{}', rev = r.rev + 1, occurred_at = null,
                                    changed_at = ?, position = ? + n.nth
                from (select record_id, row_number() over (order by position) as nth from record
                      where org_id = ? and dossier_id = ? and bucket_id = ? and octet_length(sealed) > 0) n
                where r.org_id = ? and r.record_id = n.record_id""", at, head, organisation, dossier, bucket.value(), organisation);
    }
}
