package org.tournee.server.sync;

import java.util.List;

/**
 * Operations that were saved together.
 *
 * @param whole false where its lines do not fit together, so that nothing of it can be applied
 */
record TxGroup(List<Line> lines, boolean whole) {

    TxGroup {
        lines = List.copyOf(lines);
    }

    long lastOpSeq() {
        return lines.get(lines.size() - 1).opSeq();
    }
}
