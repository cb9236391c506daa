package org.tournee.mobile.store;

import java.nio.charset.StandardCharsets;
import org.tournee.sync.Checksum;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Wire;

/** A row as it came, with what is sealed of it and what it adds to the checksum of its bucket: computed once, anywhere. */
public final class PulledRow {

    private final FeedRow row;
    private final byte[] bytes;
    private final Checksum checksum;

    private PulledRow(FeedRow row) {
        byte[] groups = row.groups().getBytes(StandardCharsets.UTF_8);
        this.row = row;
        this.bytes = row.deleted() ? new byte[0] : RowBytes.write(row, groups);
        this.checksum = row.deleted() ? Checksum.NONE : Checksum.of(row.bucket(), row.id(), row.rev(), groups);
    }

    /**
     * Reads a line of a pull's answer.
     *
     * @throws org.tournee.sync.MalformedException when it is not a row
     */
    public static PulledRow read(byte[] line) {
        return new PulledRow(Wire.read(FeedRow.class, line));
    }

    /** A row that was made here, as a test or a demonstration does. */
    public static PulledRow of(FeedRow row) {
        return new PulledRow(row);
    }

    /** Its groups are the text that the server sent, with what this version does not know. */
    public FeedRow row() {
        return row;
    }

    /** What it adds to the checksum of its bucket: nothing where it is deleted. */
    Checksum checksum() {
        return checksum;
    }

    /** What is sealed of it; nothing where it is deleted. Not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}
