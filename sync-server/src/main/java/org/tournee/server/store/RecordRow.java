package org.tournee.server.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.Checksum;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.sync.Schema;

/**
 * A record as the server has it, opened.
 *
 * @param kind the code of its kind
 * @param dossier null for reference data and for what belongs to a worker alone
 * @param position in the bucket
 * @param rev counts its revisions from 1
 * @param deleted it is gone for its readers; the last groups are kept, so that a conflict can bring it back
 * @param stamps who wrote each group last; none for a group that the server wrote
 * @param keyOwner under whose key it is sealed; null for reference data, which is not
 */
public record RecordRow(
        RecordId id,
        String kind,
        @Nullable DossierId dossier,
        BucketId bucket,
        long position,
        long rev,
        @Nullable WorkerId author,
        @Nullable WorkerId changedBy,
        Instant changedAt,
        @Nullable Instant occurredAt,
        boolean deleted,
        Map<String, GroupStamp> stamps,
        @Nullable UUID keyOwner,
        Groups groups) {

    public RecordRow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(changedAt, "changedAt");
        stamps = Map.copyOf(stamps);
        Objects.requireNonNull(groups, "groups");
    }

    public Audience audience() {
        return bucket.isRestricted() ? Audience.RESTRICTED : Audience.SERVICE;
    }

    /** What it adds to the checksum of its bucket: nothing where it is deleted. */
    public Checksum checksum() {
        return deleted
                ? Checksum.NONE
                : Checksum.of(bucket, id, rev, groups.json().getBytes(StandardCharsets.UTF_8));
    }

    /** Who wrote the group last. */
    public GroupStamp stampOf(String group) {
        return Objects.requireNonNull(stamps.getOrDefault(group, GroupStamp.NONE));
    }

    /** The stamp of a group that a worker's operation writes with the next revision. */
    public GroupStamp nextStamp(String group, Operation operation, WorkerId worker, Instant receivedAt) {
        return stampOf(group).writtenBy(operation.streamId(), rev + 1, worker, receivedAt, operation.occurredAt());
    }

    /** All stamps, once a worker's operation wrote that group alone. */
    public Map<String, GroupStamp> stampedBy(String group, Operation operation, WorkerId worker, Instant receivedAt) {
        Map<String, GroupStamp> stamped = new HashMap<>(stamps);
        stamped.put(group, nextStamp(group, operation, worker, receivedAt));
        return stamped;
    }

    /** The next revision, written by a worker's operation; its position is given when it is put. */
    public RecordRow revised(
            WorkerId worker,
            Instant receivedAt,
            @Nullable Instant saidAt,
            boolean gone,
            Map<String, GroupStamp> newStamps,
            Groups newGroups) {
        return new RecordRow(
                id,
                kind,
                dossier,
                bucket,
                position,
                rev + 1,
                author,
                worker,
                receivedAt,
                saidAt,
                gone,
                newStamps,
                keyOwner,
                newGroups);
    }

    /** The next revision, by the server: in another dossier's bucket and under its key, or with other groups. */
    public RecordRow moved(DossierId to, BucketId newBucket, boolean gone, Instant when, Groups newGroups) {
        return new RecordRow(
                id,
                kind,
                to,
                newBucket,
                position,
                rev + 1,
                author,
                changedBy,
                when,
                occurredAt,
                gone,
                stamps,
                to.value(),
                newGroups);
    }

    /** The next revision, in the bucket of another audience; its position is given when it is moved there. */
    public RecordRow inBucket(
            BucketId newBucket, @Nullable WorkerId by, Instant when, Map<String, GroupStamp> newStamps) {
        return new RecordRow(
                id,
                kind,
                dossier,
                newBucket,
                position,
                rev + 1,
                author,
                by,
                when,
                occurredAt,
                deleted,
                newStamps,
                keyOwner,
                groups);
    }

    /** The same row as another revision. */
    RecordRow atRev(long newRev) {
        return new RecordRow(
                id,
                kind,
                dossier,
                bucket,
                position,
                newRev,
                author,
                changedBy,
                changedAt,
                occurredAt,
                deleted,
                stamps,
                keyOwner,
                groups);
    }

    RecordRow at(long newPosition) {
        return new RecordRow(
                id,
                kind,
                dossier,
                bucket,
                newPosition,
                rev,
                author,
                changedBy,
                changedAt,
                occurredAt,
                deleted,
                stamps,
                keyOwner,
                groups);
    }

    /** The same revision in the schema of today; at rest it stays as it was written, until somebody writes it again. */
    RecordRow lifted() {
        Groups today = Schema.lift(kind, groups);
        if (today.equals(groups)) {
            return this;
        }
        Map<String, GroupStamp> writers = new HashMap<>(stamps);
        Schema.origins(kind).forEach((part, whole) -> {
            GroupStamp stamp = stamps.get(whole);
            if (stamp != null) {
                writers.putIfAbsent(part, stamp);
            }
        });
        return new RecordRow(
                id,
                kind,
                dossier,
                bucket,
                position,
                rev,
                author,
                changedBy,
                changedAt,
                occurredAt,
                deleted,
                writers,
                keyOwner,
                today);
    }

    /** As the rules of the shared model read it. */
    public StoredRecord stored() {
        return new StoredRecord(
                id,
                kind,
                audience(),
                position,
                rev,
                author,
                changedBy,
                changedAt,
                occurredAt,
                false,
                Schema.lift(kind, groups));
    }
}
