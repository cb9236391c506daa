package org.tournee.mobile.sync;

import java.util.ArrayList;
import java.util.Arrays;
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
        Manifest manifest, List<byte[]> lines, @Nullable PullEnd end) {

    /**
     * Reads the lines of an answer, in UTF-8.
     *
     * @param withRows whether rows were asked for: then the last line must be the end
     * @throws MalformedException when it was cut, or is something else
     */
    static PullAnswer read(byte[] answer, boolean withRows) {
        List<byte[]> lines = lines(answer);
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

    private static List<byte[]> lines(byte[] answer) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < answer.length; at++) {
            if (answer[at] == '\n') {
                lines.add(Arrays.copyOfRange(answer, from, at));
                from = at + 1;
            }
        }
        if (from < answer.length) {
            lines.add(Arrays.copyOfRange(answer, from, answer.length)); // cut: no end is read of it
        }
        return lines;
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
