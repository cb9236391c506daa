package org.tournee.server.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.sync.BucketId;
import org.tournee.sync.Checksum;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.RecordParents;

/**
 * What one transaction reads and writes, in memory: several operations see each other's effects, each can be undone,
 * and all of it goes to the database in a few statements. The heads of its buckets are locked meanwhile.
 */
public final class Workspace {

    /** One field group of one record. */
    public record Field(RecordId record, String group) {}

    /**
     * That a record left a bucket, as those who hold it learn.
     *
     * @param kind the code of its kind
     * @param rev the one with which it entered the other bucket
     */
    public record Departure(BucketId bucket, RecordId record, String kind, long position, long rev) {}

    private final Instant at;
    private final IdSource ids;
    private final Map<BucketId, Long> heads = new HashMap<>();
    private final Map<BucketId, Long> lockedAt = new HashMap<>();
    private final Map<RecordId, RecordRow> records = new HashMap<>();
    private final Map<RecordId, RecordRow> before = new HashMap<>();
    private final Set<RecordId> written = new LinkedHashSet<>();
    private final Map<Field, RecordId> conflicts = new HashMap<>();
    private final Map<Field, RecordRow> opened = new HashMap<>();
    private final Set<Field> closed = new LinkedHashSet<>();
    private final List<Departure> departures = new ArrayList<>();
    private final List<AuditEntry> audits = new ArrayList<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /**
     * An empty one.
     *
     * @param at when the server received what is written
     * @param ids of the records that the server makes
     */
    public Workspace(Instant at, IdSource ids) {
        this.at = at;
        this.ids = ids;
    }

    public Instant at() {
        return at;
    }

    /** The id of a record that the server makes. */
    public RecordId newId() {
        return new RecordId(ids.next());
    }

    /** Gives it what was read under the locks. */
    public void load(Map<BucketId, Long> lockedHeads, Collection<RecordRow> rows, Map<Field, RecordId> openConflicts) {
        heads.putAll(lockedHeads);
        lockedAt.putAll(lockedHeads);
        for (RecordRow row : rows) {
            records.put(row.id(), row.lifted());
            before.put(row.id(), row);
        }
        conflicts.putAll(openConflicts);
    }

    /** The record as it is now, with what was written here. */
    public @Nullable RecordRow record(RecordId id) {
        return records.get(id);
    }

    /** The records loaded or written here that hang on that one. */
    public List<RecordRow> childrenOf(RecordId parent) {
        return records.values().stream()
                .filter(row -> RecordParents.of(row.kind(), row.groups()).contains(parent))
                .toList();
    }

    /** The records of a dossier that were loaded or written here, deleted ones left out. */
    public List<RecordRow> ofDossier(DossierId dossier) {
        return records.values().stream()
                .filter(row -> !row.deleted() && dossier.equals(row.dossier()))
                .toList();
    }

    /** Writes a record; it gets the next position of its bucket, which must be locked. */
    public RecordRow put(RecordRow row) {
        long head = Objects.requireNonNull(heads.get(row.bucket()), "The bucket is not locked");
        RecordRow placed = row.at(head + 1);
        RecordRow before = records.put(row.id(), placed);
        boolean first = written.add(row.id());
        heads.put(row.bucket(), head + 1);
        undo.push(() -> {
            heads.put(row.bucket(), head);
            restore(records, row.id(), before);
            if (first) {
                written.remove(row.id());
            }
        });
        return placed;
    }

    /**
     * Writes a record that leaves a bucket for another one of its dossier: it gets the next position there, and its
     * departure the next one of the bucket that it leaves. Both must be locked.
     */
    public RecordRow move(RecordRow row, BucketId from) {
        long head = Objects.requireNonNull(heads.get(from), "The bucket is not locked");
        heads.put(from, head + 1);
        departures.add(new Departure(from, row.id(), row.kind(), head + 1, row.rev()));
        undo.push(() -> {
            heads.put(from, head);
            departures.remove(departures.size() - 1);
        });
        return put(row);
    }

    /** The conflicts loaded or written here that are about that record, settled ones included. */
    public List<RecordRow> conflictsAbout(RecordId subject) {
        return records.values().stream()
                .filter(row -> row.kind().equals(RecordKind.CONFLICT.code())
                        && row.groups().as(Conflict.class).subject().recordId().equals(subject))
                .sorted(Comparator.comparing(row -> row.id().value()))
                .toList();
    }

    /** Whether the record, which was written here, is new in a restricted bucket: it may be the first one there. */
    public boolean entered(RecordRow row) {
        return row.bucket().isRestricted()
                && (row.rev() == 1
                        || departures.stream()
                                .anyMatch(departure -> departure.record().equals(row.id())));
    }

    /** What left a bucket, in the order of their positions. */
    public List<Departure> departures() {
        return departures;
    }

    /** Moves the heads of buckets whose grants change, so that whoever holds them notices. */
    public void touch(Collection<BucketId> buckets) {
        for (BucketId bucket : buckets) {
            heads.merge(bucket, 1L, Long::sum);
        }
    }

    /** The open conflict on a field, if there is one. */
    public @Nullable RecordId conflictOn(Field field) {
        return conflicts.get(field);
    }

    /** Notes that a conflict on a field is open; {@code conflict} is its record. */
    public void openConflict(Field field, RecordRow conflict) {
        RecordId before = conflicts.put(field, conflict.id());
        RecordRow openedBefore = opened.put(field, conflict);
        boolean wasClosed = closed.remove(field);
        undo.push(() -> {
            restore(conflicts, field, before);
            restore(opened, field, openedBefore);
            if (wasClosed) {
                closed.add(field);
            }
        });
    }

    /** Notes that the conflict on a field is settled. */
    public void closeConflict(Field field) {
        RecordId before = conflicts.remove(field);
        RecordRow openedBefore = opened.remove(field);
        boolean first = closed.add(field);
        undo.push(() -> {
            restore(conflicts, field, before);
            restore(opened, field, openedBefore);
            if (first) {
                closed.remove(field);
            }
        });
    }

    /** Notes what goes into the audit. */
    public void audit(AuditEntry entry) {
        audits.add(entry);
        undo.push(() -> audits.remove(audits.size() - 1));
    }

    /** A point to go {@link #backTo}. */
    public int mark() {
        return undo.size();
    }

    /** Undoes everything since the mark. */
    public void backTo(int mark) {
        while (undo.size() > mark) {
            undo.pop().run();
        }
    }

    /** The records written, as they are in the end. */
    public List<RecordRow> written() {
        List<RecordRow> rows = new ArrayList<>(written.size());
        for (RecordId id : written) {
            rows.add(Objects.requireNonNull(records.get(id)));
        }
        return rows;
    }

    /** Those of the written records that were not there when all was read. */
    public List<RecordRow> created() {
        return written().stream().filter(row -> !before.containsKey(row.id())).toList();
    }

    /** Those of the written records that were there. */
    List<RecordRow> changed() {
        return written().stream().filter(row -> before.containsKey(row.id())).toList();
    }

    /** The heads that moved, with the last position given out. */
    public Map<BucketId, Long> movedHeads() {
        Map<BucketId, Long> moved = new HashMap<>();
        heads.forEach((bucket, head) -> {
            if (!head.equals(lockedAt.get(bucket))) {
                moved.put(bucket, head);
            }
        });
        return moved;
    }

    /** By how much the checksums of the buckets change: new rows count, those that they replace no longer do. */
    Map<BucketId, Checksum> checksumChanges() {
        Map<BucketId, Checksum> changes = new HashMap<>();
        for (RecordId id : written) {
            RecordRow now = Objects.requireNonNull(records.get(id));
            changes.merge(now.bucket(), now.checksum(), Checksum::plus);
            RecordRow old = before.get(id);
            if (old != null) {
                changes.merge(old.bucket(), Checksum.NONE.minus(old.checksum()), Checksum::plus);
            }
        }
        return changes;
    }

    public Map<Field, RecordRow> openedConflicts() {
        return opened;
    }

    public Set<Field> closedConflicts() {
        return closed;
    }

    public List<AuditEntry> audits() {
        return audits;
    }

    private static <K, V> void restore(Map<K, V> map, K key, @Nullable V before) {
        if (before == null) {
            map.remove(key);
        } else {
            map.put(key, before);
        }
    }
}
