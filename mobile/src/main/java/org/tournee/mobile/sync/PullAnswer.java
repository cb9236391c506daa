package org.tournee.mobile.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.store.PulledRow;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Manifest;
import org.tournee.sync.PullEnd;
import org.tournee.sync.Wire;

/**
 * A whole answer to a pull.
 *
 * @param lines one a row, not read yet: by then the next page may be on its way
 * @param end null where no rows were asked for
 */
record PullAnswer(
        Manifest manifest, List<String> lines, @Nullable PullEnd end) {

    /**
     * Reads the lines of an answer.
     *
     * @param withRows whether rows were asked for: then the last line must be the end
     * @throws MalformedException when it was cut, or is something else
     */
    static PullAnswer read(List<String> lines, boolean withRows) {
        if (lines.isEmpty()) {
            throw new MalformedException("An answer without a manifest");
        }
        Manifest manifest = Wire.read(Manifest.class, lines.get(0));
        if (!withRows) {
            return new PullAnswer(manifest, List.of(), null);
        }
        if (lines.size() < 2) {
            throw new MalformedException("A cut answer");
        }
        PullEnd end = Wire.read(PullEnd.class, lines.get(lines.size() - 1));
        return new PullAnswer(manifest, lines.subList(1, lines.size() - 1), end);
    }

    /**
     * The rows.
     *
     * @throws MalformedException when a line is no row
     */
    List<PulledRow> rows() {
        return lines.parallelStream().map(PulledRow::read).toList();
    }
}
