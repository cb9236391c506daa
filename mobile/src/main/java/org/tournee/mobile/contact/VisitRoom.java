package org.tournee.mobile.contact;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tournee.bilan.BilanItem;
import org.tournee.sync.Limits;
import org.tournee.sync.Wire;

/**
 * How many more items of the bilan are sure to fit into what is saved together with a visit, however long they get: told
 * while one writes, so that saving never refuses. Source: docs/sync.md, Limits.
 *
 * @param left 0 or more
 */
record VisitRoom(int left) {

    /** From when on it is told. */
    static final int TOLD = 20;

    /** Everything of an operation but what it says; 700 bytes in truth. */
    private static final int ENVELOPE_BYTES = 1024;
    /** The other members of a statement. */
    private static final int FRAME_BYTES = 256;
    /** A letter is three bytes at most, and as many where it is escaped. */
    private static final int LONGEST_ITEM_BYTES = ENVELOPE_BYTES + FRAME_BYTES + 3 * BilanItem.Statement.LONGEST_TEXT;
    /** The contact and the action: there is always room for them. */
    private static final int RESERVED_OPERATIONS = 2;

    private static final int RESERVED_BYTES = Limits.OPERATION_BYTES + LONGEST_ITEM_BYTES;

    /** @param noted what is written already */
    static VisitRoom beside(List<BilanItem.Statement> noted) {
        int operations = Limits.TX_OPERATIONS - RESERVED_OPERATIONS - noted.size();
        int bytes = Limits.TX_BYTES - RESERVED_BYTES;
        for (BilanItem.Statement statement : noted) {
            bytes -= ENVELOPE_BYTES + Wire.json(statement).getBytes(StandardCharsets.UTF_8).length;
        }
        return new VisitRoom(Math.max(0, Math.min(operations, bytes / LONGEST_ITEM_BYTES)));
    }

    boolean isTold() {
        return left <= TOLD;
    }

    boolean isFull() {
        return left == 0;
    }
}
