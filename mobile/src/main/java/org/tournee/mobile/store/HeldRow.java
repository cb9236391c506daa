package org.tournee.mobile.store;

import java.nio.charset.StandardCharsets;
import org.tournee.sync.BucketId;
import org.tournee.sync.Checksum;
import org.tournee.sync.FeedRow;
import org.tournee.sync.RecordId;

/** A server's record as the phone holds it in memory: unsealed, and read only when somebody looks at its dossier. */
final class HeldRow {

    private final BucketId bucket;
    private final RecordId id;
    private final long position;
    private final long rev;
    private final byte[] contents;

    HeldRow(BucketId bucket, RecordId id, long position, long rev, byte[] contents) {
        this.bucket = bucket;
        this.id = id;
        this.position = position;
        this.rev = rev;
        this.contents = contents;
    }

    static HeldRow of(PulledRow pulled) {
        FeedRow row = pulled.row();
        return new HeldRow(row.bucket(), row.id(), row.position(), row.rev(), pulled.bytes());
    }

    BucketId bucket() {
        return bucket;
    }

    RecordId id() {
        return id;
    }

    /** The code of its kind; nothing else of it is read for the answer. */
    String kind() {
        return RowBytes.kind(contents);
    }

    /** What it adds to the checksum of its bucket. */
    Checksum checksum() {
        return Checksum.of(bucket, id, rev, RowBytes.read(contents).groups().getBytes(StandardCharsets.UTF_8));
    }

    FeedRow read() {
        RowBytes.Contents read = RowBytes.read(contents);
        return new FeedRow(
                bucket,
                position,
                id,
                read.kind(),
                rev,
                read.author(),
                read.changedBy(),
                read.changedAt(),
                read.occurredAt(),
                false,
                read.groups());
    }
}
