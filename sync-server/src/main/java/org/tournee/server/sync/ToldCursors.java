package org.tournee.server.sync;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.SqlArray;
import org.tournee.server.store.StreamRow;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.StreamId;

/**
 * Collects how far streams tell that they hold their buckets, for operators: a pull costs an entry of a map, and a
 * collector writes them every few seconds. Nothing is decided by it; what a killed server had not written yet is told
 * again by the next pull. Bounded by the streams and the buckets that they are granted.
 */
@Singleton
public class ToldCursors implements FeedWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ToldCursors.class);

    private record Key(OrganisationId organisation, StreamId stream) {}

    /** What one stream told since the last writing. */
    private record Told(Instant at, Map<String, Long> positions) {

        Told and(Told later) {
            Map<String, Long> all = new HashMap<>(positions);
            later.positions.forEach((bucket, position) -> all.merge(bucket, position, Math::max));
            return new Told(later.at, all);
        }
    }

    private record Row(StreamId stream, String bucket, long position, Instant at) {}

    private final Database database;
    private final Map<Key, Told> told = new ConcurrentHashMap<>();

    /** The digest that a stream told last: told again, it says nothing new. */
    private final Map<StreamId, String> digests = new ConcurrentHashMap<>();

    ToldCursors(Database database) {
        this.database = database;
    }

    @Override
    public void cursors(StreamRow stream, Map<String, Long> cursors, Instant at) {
        Map<String, Long> positions = new HashMap<>();
        cursors.forEach((bucket, position) -> {
            if (position > 0) {
                positions.put(bucket, position);
            }
        });
        note(stream, new Told(at, positions));
    }

    @Override
    public void everything(StreamRow stream, String digest, List<GrantedBucket> buckets, Instant at) {
        Map<String, Long> positions = new HashMap<>();
        if (!digest.equals(digests.put(stream.id(), digest))) {
            buckets.forEach(bucket -> positions.put(bucket.bucket().value(), bucket.head()));
        }
        note(stream, new Told(at, positions));
    }

    private void note(StreamRow stream, Told news) {
        told.merge(new Key(stream.organisation(), stream.id()), news, Told::and);
    }

    /** Writes what was told since the last time. */
    @Scheduled(initialDelay = "5s", fixedDelay = "${tournee.cursors.interval:5s}")
    public void write() {
        for (Key key : List.copyOf(told.keySet())) {
            Told news = told.remove(key);
            if (news != null) {
                try {
                    write(key, news);
                } catch (RuntimeException e) {
                    told.merge(key, news, (later, earlier) -> earlier.and(later));
                    LOG.warn(
                            "How far a phone is could not be written yet: {}",
                            e.getClass().getSimpleName());
                    return;
                }
            }
        }
    }

    @PreDestroy
    void writeLast() {
        write();
    }

    private void write(Key key, Told news) {
        List<Row> rows = new ArrayList<>();
        news.positions().forEach((bucket, position) -> rows.add(new Row(key.stream(), bucket, position, news.at())));
        rows.sort(Comparator.comparing(Row::bucket)); // two instances lock in one order
        database.write(connection -> {
            pulled(connection, key, news.at());
            if (!rows.isEmpty()) {
                upsert(connection, key.organisation(), rows);
            }
            return null;
        });
    }

    private static void pulled(Connection connection, Key key, Instant at) throws SQLException {
        Sql.change(connection, """
                insert into stream_pull (org_id, stream_id, pulled_at) values (?, ?, ?)
                on conflict (org_id, stream_id) do update set pulled_at = excluded.pulled_at
                """, key.organisation(), key.stream(), at);
    }

    /** A phone that fetches a bucket again from its beginning goes back. */
    private static void upsert(Connection connection, OrganisationId organisation, List<Row> rows) throws SQLException {
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into stream_cursor (org_id, stream_id, bucket_id, position, told_at)
                select ?, stream_id, bucket_id, position, told_at
                from unnest(?::uuid[], ?::text[], ?::int8[], ?::timestamptz[]) as c(stream_id, bucket_id, position, told_at)
                on conflict (org_id, stream_id, bucket_id) do update
                    set position = excluded.position, told_at = excluded.told_at
                    where stream_cursor.position <> excluded.position""")) {
            upsert.setObject(1, organisation.value());
            upsert.setArray(2, arrays.ids(rows, Row::stream));
            upsert.setArray(3, arrays.texts(rows, Row::bucket));
            upsert.setArray(4, arrays.longs(rows, Row::position));
            upsert.setArray(5, arrays.instants(rows, Row::at));
            upsert.executeUpdate();
        }
    }
}
