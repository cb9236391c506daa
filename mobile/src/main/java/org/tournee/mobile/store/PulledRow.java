package org.tournee.mobile.store;

import java.nio.charset.StandardCharsets;
import org.tournee.sync.Checksum;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Wire;

/**
 * A row as it came.
 *
 * @param row its groups are the text that the server sent, with what this version does not know
 */
public record PulledRow(FeedRow row) {

    /**
     * Reads a line of a pull's answer.
     *
     * @throws org.tournee.sync.MalformedException when it is not a row
     */
    public static PulledRow read(String line) {
        return new PulledRow(Wire.read(FeedRow.class, line));
    }

    /** A row that was made here, as a test or a demonstration does. */
    public static PulledRow of(FeedRow row) {
        return new PulledRow(row);
    }

    /** What it adds to the checksum of its bucket: nothing where it is deleted. */
    Checksum checksum() {
        return row.deleted()
                ? Checksum.NONE
                : Checksum.of(row.bucket(), row.id(), row.rev(), row.groups().getBytes(StandardCharsets.UTF_8));
    }

    /** What is sealed of it. */
    byte[] bytes() {
        return RowBytes.write(row);
    }
}
