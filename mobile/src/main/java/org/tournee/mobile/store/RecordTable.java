package org.tournee.mobile.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.RecordId;

/** Buckets and the server's records in them, each record sealed under its own identity. */
final class RecordTable {

    /** As many rows as one task opens: enough to be worth a task, few enough that the first is opened soon. */
    private static final int OPENED_TOGETHER = 1_000;

    private final Sealing sealing;
    private final BucketSeal seals;

    RecordTable(Sealing sealing) {
        this.sealing = sealing;
        this.seals = new BucketSeal(sealing);
    }

    /** A row as it is read from the file. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record StoredRow(BucketId bucket, RecordId id, long position, long rev, byte @Nullable [] sealed) {}

    /**
     * What the file holds.
     *
     * @param whole nothing of it was altered
     */
    record Stored(Map<BucketId, HeldBucket> buckets, boolean whole) {}

    /** The next free number of a bucket. */
    static long nextSeq(Map<BucketId, HeldBucket> held) {
        return held.values().stream().mapToLong(HeldBucket::seq).max().orElse(0) + 1;
    }

    /** Writes buckets, with the rows that arrived in each. */
    void write(Connection db, List<HeldBucket> buckets, PulledGroup group) throws SQLException {
        for (HeldBucket bucket : buckets) {
            keep(db, bucket);
            if (group.fresh().contains(bucket.id())) {
                deleteRows(db, bucket.seq());
            }
        }
        Map<BucketId, Long> seqs = new LinkedHashMap<>();
        buckets.forEach(bucket -> seqs.put(bucket.id(), bucket.seq()));
        List<PulledRow> living =
                group.rows().stream().filter(row -> !row.row().deleted()).toList();
        writeRows(db, seqs, living, sealed(living));
        deleteTombstones(db, seqs, group.rows());
    }

    /** Both cores seal: it is as much work as inserting. */
    private List<byte[]> sealed(List<PulledRow> rows) {
        return rows.parallelStream()
                .map(row -> sealing.seal(row.bytes(), identity(row.row())))
                .toList();
    }

    private static void writeRows(Connection db, Map<BucketId, Long> seqs, List<PulledRow> rows, List<byte[]> sealed)
            throws SQLException {
        String upsert = "INSERT INTO record(bucket, id, position, rev, sealed) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT(bucket, id) DO UPDATE SET position = excluded.position, rev = excluded.rev,"
                + " sealed = excluded.sealed";
        try (PreparedStatement insert = db.prepareStatement(upsert)) {
            for (int i = 0; i < rows.size(); i++) {
                FeedRow row = rows.get(i).row();
                insert.setLong(1, seqOf(seqs, row.bucket()));
                insert.setBytes(2, Uuids.bytes(row.id().value()));
                insert.setLong(3, row.position());
                insert.setLong(4, row.rev());
                insert.setBytes(5, sealed.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void deleteTombstones(Connection db, Map<BucketId, Long> seqs, List<PulledRow> rows)
            throws SQLException {
        try (PreparedStatement delete = db.prepareStatement("DELETE FROM record WHERE bucket = ? AND id = ?")) {
            for (PulledRow pulled : rows) {
                FeedRow row = pulled.row();
                if (row.deleted()) {
                    delete.setLong(1, seqOf(seqs, row.bucket()));
                    delete.setBytes(2, Uuids.bytes(row.id().value()));
                    delete.addBatch();
                }
            }
            delete.executeBatch();
        }
    }

    private static long seqOf(Map<BucketId, Long> seqs, BucketId bucket) throws SQLException {
        Long seq = seqs.get(bucket);
        if (seq == null) {
            throw new SQLException("a row of a bucket that was not asked for");
        }
        return seq;
    }

    private void keep(Connection db, HeldBucket bucket) throws SQLException {
        String upsert = "INSERT INTO bucket(seq, name, grant_epoch, cursor, upto, sealed) VALUES (?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT(seq) DO UPDATE SET name = excluded.name, grant_epoch = excluded.grant_epoch, cursor = excluded.cursor,"
                + " upto = excluded.upto, sealed = excluded.sealed";
        try (PreparedStatement insert = db.prepareStatement(upsert)) {
            insert.setLong(1, bucket.seq());
            insert.setString(2, bucket.id().value());
            insert.setLong(3, bucket.grantEpoch());
            insert.setLong(4, bucket.state().cursor());
            insert.setLong(5, bucket.state().upto());
            insert.setBytes(6, seals.seal(bucket));
            insert.executeUpdate();
        }
    }

    private static void deleteRows(Connection db, long bucket) throws SQLException {
        try (PreparedStatement delete = db.prepareStatement("DELETE FROM record WHERE bucket = ?")) {
            delete.setLong(1, bucket);
            delete.executeUpdate();
        }
    }

    /** Takes a bucket and all its rows away. */
    void purge(Connection db, HeldBucket bucket) throws SQLException {
        deleteRows(db, bucket.seq());
        try (PreparedStatement delete = db.prepareStatement("DELETE FROM bucket WHERE seq = ?")) {
            delete.setLong(1, bucket.seq());
            delete.executeUpdate();
        }
    }

    /**
     * Reads and unseals everything, on two processors: what was read is opened while more is read, and what was sealed is
     * garbage soon. A bucket of which a row was altered or is missing is held as far as it can be read,
     * and is no longer {@link BucketState#intact}.
     */
    Stored readAll(Connection db) throws SQLException {
        boolean whole = true;
        Map<Long, BucketSeal.Sealed> bySeq = readBuckets(db);
        List<ForkJoinTask<List<HeldRow>>> opening = new ArrayList<>();
        List<StoredRow> read = new ArrayList<>();
        try (PreparedStatement select =
                        db.prepareStatement("SELECT bucket, id, position, rev, sealed FROM record ORDER BY seq");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                BucketSeal.Sealed bucket = bySeq.get(row.getLong(1));
                byte[] id = row.getBytes(2);
                if (bucket != null && Uuids.isOne(id)) {
                    RecordId record = new RecordId(Uuids.read(id));
                    read.add(new StoredRow(bucket.id(), record, row.getLong(3), row.getLong(4), row.getBytes(5)));
                } else {
                    whole = false;
                }
                if (read.size() == OPENED_TOGETHER) {
                    opening.add(opening(read));
                    read = new ArrayList<>();
                }
            }
        }
        opening.add(opening(read));
        Map<BucketId, HeldBucket> buckets = filled(bySeq, opening);
        boolean allIntact =
                buckets.values().stream().allMatch(bucket -> bucket.state().intact());
        return new Stored(buckets, whole && allIntact);
    }

    /** Begins to open them, in their order, without those that were altered: their buckets miss them, and are fetched again. */
    private ForkJoinTask<List<HeldRow>> opening(List<StoredRow> rows) {
        return ForkJoinTask.adapt(
                        () -> rows.stream().flatMap(row -> opened(row).stream()).toList())
                .fork();
    }

    private static Map<BucketId, HeldBucket> filled(
            Map<Long, BucketSeal.Sealed> bySeq, List<ForkJoinTask<List<HeldRow>>> opening) {
        Map<BucketId, Map<RecordId, HeldRow>> byBucket = new LinkedHashMap<>();
        for (ForkJoinTask<List<HeldRow>> some : opening) {
            for (HeldRow row : some.join()) {
                byBucket.computeIfAbsent(row.bucket(), bucket -> new LinkedHashMap<>())
                        .put(row.id(), row);
            }
        }
        Map<BucketId, HeldBucket> all = new LinkedHashMap<>();
        bySeq.forEach((seq, bucket) -> {
            Map<RecordId, HeldRow> held = byBucket.getOrDefault(bucket.id(), Map.of());
            all.put(bucket.id(), new HeldBucket(bucket.id(), seq, bucket.with(held.values()), held));
        });
        return all;
    }

    private Optional<HeldRow> opened(StoredRow row) {
        return sealing.openIfWhole(row.sealed(), identity(row))
                .map(contents -> new HeldRow(row.bucket(), row.id(), row.position(), row.rev(), contents));
    }

    /** Takes away what belongs to none of the buckets that could be read. */
    static void deleteOthers(Connection db, Collection<HeldBucket> buckets) throws SQLException {
        String known = buckets.stream()
                .map(bucket -> Long.toString(bucket.seq()))
                .collect(Collectors.joining(",", " NOT IN (", ")"));
        SqliteFile.execute(db, "DELETE FROM record WHERE bucket" + known);
        SqliteFile.execute(db, "DELETE FROM bucket WHERE seq" + known);
    }

    private Map<Long, BucketSeal.Sealed> readBuckets(Connection db) throws SQLException {
        Map<Long, BucketSeal.Sealed> bySeq = new LinkedHashMap<>();
        try (PreparedStatement select = db.prepareStatement(
                        "SELECT seq, name, grant_epoch, cursor, upto, sealed FROM bucket ORDER BY seq");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                BucketId id = new BucketId(row.getString(2));
                if (id.isWellFormed()) {
                    bySeq.put(
                            row.getLong(1),
                            seals.open(id, row.getLong(3), row.getLong(4), row.getLong(5), row.getBytes(6)));
                }
            }
        }
        return bySeq;
    }

    private static String identity(FeedRow row) {
        return identity(row.bucket(), row.id(), row.position(), row.rev());
    }

    private static String identity(StoredRow row) {
        return identity(row.bucket(), row.id(), row.position(), row.rev());
    }

    private static String identity(BucketId bucket, RecordId id, long position, long rev) {
        return "record|" + bucket + '|' + id + '|' + position + '|' + rev;
    }
}
