package org.tournee.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tournee.organisation.OrganisationId;
import org.tournee.sync.BucketId;
import org.tournee.sync.Checksum;

/**
 * The heads of the buckets. Whoever holds the lock of a head gives out its positions, so that they become visible in
 * their order. Locks are taken in the order of the bucket's ids, after the stream's and before the audit's.
 */
final class Heads {

    private final Connection connection;
    private final OrganisationId organisation;

    Heads(Connection connection, OrganisationId organisation) {
        this.connection = connection;
        this.organisation = organisation;
    }

    /** Locks the heads until the transaction ends; buckets that do not exist are made. */
    Map<BucketId, Long> lock(Collection<BucketId> buckets) throws SQLException {
        Set<String> ids = new TreeSet<>();
        buckets.forEach(bucket -> ids.add(bucket.value()));
        Map<BucketId, Long> heads = select(ids);
        if (heads.size() < ids.size()) {
            insert(ids);
            heads = select(ids);
        }
        return heads;
    }

    /** Moves the heads to what was given out, and the checksums by what the rows written there change of them. */
    void advance(Map<BucketId, Long> heads, Map<BucketId, Checksum> changes) throws SQLException {
        List<Map.Entry<BucketId, Long>> entries = new ArrayList<>(heads.entrySet());
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement update = connection.prepareStatement("""
                update bucket b set head = h.head, checksum = plus_modulo(b.checksum, h.change)
                from unnest(?::text[], ?::int8[], ?::int8[]) as h(bucket_id, head, change)
                where b.org_id = ? and b.bucket_id = h.bucket_id""")) {
            update.setArray(1, arrays.texts(entries, entry -> entry.getKey().value()));
            update.setArray(2, arrays.longs(entries, Map.Entry::getValue));
            update.setArray(
                    3,
                    arrays.longs(
                            entries,
                            entry -> changes.getOrDefault(entry.getKey(), Checksum.NONE)
                                    .value()));
            update.setObject(4, organisation.value());
            update.executeUpdate();
        }
    }

    private Map<BucketId, Long> select(Set<String> ids) throws SQLException {
        Map<BucketId, Long> heads = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select bucket_id, head from bucket where org_id = ? and bucket_id = any(?)
                order by bucket_id for no key update""")) {
            select.setObject(1, organisation.value());
            select.setArray(2, new SqlArray(connection).texts(ids, id -> id));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    heads.put(new BucketId(rows.getString(1)), rows.getLong(2));
                }
            }
        }
        return heads;
    }

    private void insert(Set<String> ids) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into bucket (org_id, bucket_id) select ?, bucket_id from unnest(?::text[]) as b(bucket_id)
                order by bucket_id on conflict do nothing""")) {
            insert.setObject(1, organisation.value());
            insert.setArray(2, new SqlArray(connection).texts(ids, id -> id));
            insert.executeUpdate();
        }
    }
}
