package org.tournee.mobile.store;

import org.tournee.sync.FeedRow;
import org.tournee.sync.RecordId;
import org.tournee.sync.Wire;

/** A server's record as the phone holds it in memory: unsealed, and read only when somebody looks at its dossier. */
final class HeldRow {

    private final RecordId id;
    private final long rev;
    private final byte[] line;

    HeldRow(RecordId id, long rev, byte[] line) {
        this.id = id;
        this.rev = rev;
        this.line = line;
    }

    static HeldRow of(PulledRow pulled) {
        return new HeldRow(pulled.row().id(), pulled.row().rev(), pulled.bytes());
    }

    RecordId id() {
        return id;
    }

    long rev() {
        return rev;
    }

    FeedRow read() {
        return Wire.read(FeedRow.class, line);
    }
}
