package org.tournee.server.sync;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Keyring;
import org.tournee.server.store.SealingKey;
import org.tournee.server.store.SqlArray;
import org.tournee.server.store.StreamRow;
import org.tournee.sync.BucketId;
import org.tournee.sync.Checksum;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.Limits;
import org.tournee.sync.RecordId;
import org.tournee.sync.Withdrawal;

/**
 * Reads manifest and rows in one statement. Under READ COMMITTED a statement is a snapshot of its own, so that both
 * belong together, and the audit that follows waits for others instead of failing against them, as it would under
 * REPEATABLE READ.
 */
@Singleton
class FeedQuery {

    /**
     * Part 0 is the manifest: reference first, the worker's own next, then what is due soon, then the rest. Part 2 is what
     * the phone has to give back.
     */
    private static final String SQL = """
            with granted as materialized (
                select g.bucket_id, b.head, g.grant_epoch, b.floor_seq, b.checksum
                from bucket_grant g join bucket b on b.org_id = g.org_id and b.bucket_id = g.bucket_id
                where g.org_id = ? and g.worker_id = ? and g.ended_at is null %s
            )
            (select 0 as part, 0::int8 as ord, bucket_id, head as position, null::uuid as record_id, null as kind,
                    grant_epoch as rev, null::uuid as author_id, null::uuid as changed_by, null::timestamptz as changed_at,
                    null::timestamptz as occurred_at, false as deleted, null::uuid as key_owner, null::bytea as sealed,
                    floor_seq, checksum
             from granted
             order by %s bucket_id)
            union all
            (select 2, 0, w.bucket_id, 0, null, null, w.grant_epoch, null, null, null, null,
                    exists (select 1 from erased_dossier e where e.org_id = w.org_id
                            and e.dossier_id = nullif(substr(w.bucket_id, 3, 36), '')::uuid),
                    null, null, 0, null
             from withdrawal w where w.org_id = ? and w.stream_id = ? and w.ended_at is null
             order by w.bucket_id, w.grant_epoch)
            """;

    /** What is due costs a look-up a dossier. */
    private static final String DUE_FIRST = """
            case when bucket_id = 'ref' then 0 when bucket_id like 'w/%' then 1
                 when exists (select 1 from due_fact d where d.org_id = ? and d.due_on <= ?
                              and d.dossier_id = nullif(substr(bucket_id, 3, 36), '')::uuid) then 2
                 else 3 end,""";

    private static final String ASKED_FOR = "and g.bucket_id = any(?::text[])";

    private static final String ROWS = """
            union all
            (select 1, a.ord, r.bucket_id, r.position, r.record_id, r.kind, r.rev, r.author_id, r.changed_by,
                    r.changed_at, r.occurred_at, r.deleted, r.key_owner, r.sealed, 0, null
             from (select * from unnest(?::text[], ?::int8[]) with ordinality as u(bucket_id, after, ord)
                   order by ord) a
             cross join lateral (
                 (select bucket_id, position, record_id, kind, rev, author_id, changed_by, changed_at, occurred_at,
                         deleted, key_owner, sealed
                  from record r where r.org_id = ? and r.bucket_id = a.bucket_id and r.position > a.after
                  and octet_length(r.sealed) > 0
                  and exists (select 1 from granted g where g.bucket_id = a.bucket_id)
                  order by r.position limit ?)
                 union all
                 (select bucket_id, position, record_id, kind, rev, null, null, departed_at, null, true, null, ''::bytea
                  from departure_fact d where d.org_id = ? and d.bucket_id = a.bucket_id
                  and d.position > a.after and a.after > 0
                  and exists (select 1 from granted g where g.bucket_id = a.bucket_id)
                  order by d.position limit ?)) r
             order by a.ord, r.position limit ?)""";

    private static final String ALL_IN_ORDER = SQL.formatted("", DUE_FIRST);
    private static final String ALL = SQL.formatted("", "");
    private static final String WITH_ROWS = SQL.formatted(ASKED_FOR, "") + ROWS;

    private final Keyring keyring;

    FeedQuery(Keyring keyring) {
        this.keyring = keyring;
    }

    /**
     * A row, still sealed.
     *
     * @param keyOwner null for reference data, which is not
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sealed(FeedLine.Head head, @Nullable UUID keyOwner, byte[] groups) {

        FeedSnapshot.Row open(Map<UUID, SealingKey> keys) {
            if (keyOwner == null) {
                return new FeedSnapshot.Row(head, () -> groups);
            }
            SealingKey key = Objects.requireNonNull(keys.get(keyOwner), "A record's key is missing");
            return new FeedSnapshot.Row(head, () -> key.open(new RecordId(head.id()), groups));
        }
    }

    FeedSnapshot read(
            Connection connection,
            OrganisationId organisation,
            StreamRow stream,
            Map<String, Long> cursors,
            @Nullable LocalDate soon)
            throws SQLException {
        List<Object> values = cursors.isEmpty()
                ? manifest(organisation, stream, soon)
                : withRows(new SqlArray(connection), organisation, stream, cursors);
        String sql = cursors.isEmpty() ? (soon == null ? ALL : ALL_IN_ORDER) : WITH_ROWS;
        try (PreparedStatement select = Sql.prepare(connection, sql, values.toArray())) {
            List<GrantedBucket> buckets = new ArrayList<>();
            List<Withdrawal> withdrawn = new ArrayList<>();
            List<Sealed> rows = new ArrayList<>();
            try (ResultSet results = select.executeQuery()) {
                read(results, buckets, withdrawn, rows);
            }
            return new FeedSnapshot(buckets, withdrawn, open(connection, organisation, rows));
        }
    }

    private static List<Object> manifest(OrganisationId organisation, StreamRow stream, @Nullable LocalDate soon) {
        return soon == null
                ? List.of(organisation, stream.worker(), organisation, stream.id())
                : List.of(organisation, stream.worker(), organisation, soon, organisation, stream.id());
    }

    private static List<Object> withRows(
            SqlArray arrays, OrganisationId organisation, StreamRow stream, Map<String, Long> cursors)
            throws SQLException {
        List<Map.Entry<String, Long>> entries = List.copyOf(cursors.entrySet());
        Array buckets = arrays.texts(entries, Map.Entry::getKey);
        Array ofTheirDossiers = arrays.texts(ofTheirDossiers(cursors.keySet(), stream.worker()), bucket -> bucket);
        int most = Limits.PULL_ROWS + 1;
        return List.of(
                organisation,
                stream.worker(),
                ofTheirDossiers,
                organisation,
                stream.id(),
                buckets,
                arrays.longs(entries, Map.Entry::getValue),
                organisation,
                most,
                organisation,
                most,
                most);
    }

    /** With those asked for, what else their worker can hold of the same dossiers: a grant of one tells of the other. */
    private static Set<String> ofTheirDossiers(Set<String> asked, WorkerId worker) {
        Set<String> all = new HashSet<>(asked);
        for (String value : asked) {
            BucketId bucket = new BucketId(value);
            if (bucket.isWellFormed()) {
                bucket.dossier().ifPresent(dossier -> {
                    all.add(BucketId.service(dossier).value());
                    all.add(BucketId.restricted(dossier, worker).value());
                });
            }
        }
        return all;
    }

    private List<FeedSnapshot.Row> open(Connection connection, OrganisationId organisation, List<Sealed> rows)
            throws SQLException {
        Set<UUID> owners = new HashSet<>();
        for (Sealed row : rows) {
            if (row.keyOwner() != null) {
                owners.add(row.keyOwner());
            }
        }
        Map<UUID, SealingKey> keys = keyring.find(connection, organisation, owners);
        return rows.stream().map(row -> row.open(keys)).toList();
    }

    private static void read(
            ResultSet results, List<GrantedBucket> buckets, List<Withdrawal> withdrawn, List<Sealed> rows)
            throws SQLException {
        while (results.next()) {
            int part = results.getInt("part");
            if (part == 2) {
                withdrawn.add(new Withdrawal(
                        new BucketId(results.getString("bucket_id")),
                        results.getLong("rev"),
                        results.getBoolean("deleted") ? Boolean.TRUE : null));
            } else if (part == 0) {
                buckets.add(new GrantedBucket(
                        new BucketId(results.getString("bucket_id")),
                        results.getLong("position"),
                        results.getLong("rev"),
                        results.getLong("floor_seq"),
                        checksum(results)));
            } else {
                rows.add(row(results));
            }
        }
    }

    private static @Nullable Checksum checksum(ResultSet results) throws SQLException {
        long sum = results.getLong("checksum");
        return results.wasNull() ? null : new Checksum(sum);
    }

    private static Sealed row(ResultSet results) throws SQLException {
        Timestamp occurred = results.getTimestamp("occurred_at");
        FeedLine.Head head = new FeedLine.Head(
                results.getString("bucket_id"),
                results.getLong("position"),
                results.getObject("record_id", UUID.class),
                results.getString("kind"),
                results.getLong("rev"),
                results.getObject("author_id", UUID.class),
                results.getObject("changed_by", UUID.class),
                results.getTimestamp("changed_at").toInstant(),
                occurred == null ? null : occurred.toInstant(),
                results.getBoolean("deleted"));
        return new Sealed(head, results.getObject("key_owner", UUID.class), results.getBytes("sealed"));
    }
}
