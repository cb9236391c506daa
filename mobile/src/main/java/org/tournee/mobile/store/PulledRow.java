package org.tournee.mobile.store;

import java.nio.charset.StandardCharsets;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Wire;

/**
 * A row as it came: read, and its line verbatim, so that members which this version does not know are kept whole.
 *
 * @param line the JSON of the row
 */
public record PulledRow(FeedRow row, String line) {

    /**
     * Reads a line of a pull's answer.
     *
     * @throws org.tournee.sync.MalformedException when it is not a row
     */
    public static PulledRow read(String line) {
        return new PulledRow(Wire.read(FeedRow.class, line), line);
    }

    /** A row that was made here, as a test or a demonstration does. */
    public static PulledRow of(FeedRow row) {
        return new PulledRow(row, Wire.json(row));
    }

    byte[] bytes() {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
