package org.tournee.server.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tournee.dossier.DossierId;
import org.tournee.sync.Action;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.StreamId;
import org.tournee.sync.TxId;

/** Makes the operations of one stream as a phone does: immutable lines, each naming the hash of the one before. */
final class DemoPhone {

    /** Every dossier is entered once, when it is opened. */
    private static final long FIRST_GRANT = 1;

    private final StreamId stream;
    private final String epoch;
    private final Dice dice;
    private long lastSeq;
    private String lastHash = OperationBytes.NO_PREVIOUS;

    DemoPhone(StreamId stream, String epoch, Dice dice) {
        this.stream = stream;
        this.epoch = epoch;
        this.dice = dice;
    }

    StreamId stream() {
        return stream;
    }

    /** Saves new records of one dossier together. */
    List<byte[]> save(DossierId dossier, List<Made> together) {
        TxId tx = new TxId(dice.recordId(together.getFirst().at()).value());
        List<byte[]> lines = new ArrayList<>(together.size());
        for (int index = 0; index < together.size(); index++) {
            byte[] line = OperationBytes.make(operation(dossier, together.get(index), tx, index, together.size()));
            lastSeq++;
            lastHash = OperationBytes.hash(line);
            lines.add(line);
        }
        return lines;
    }

    private Operation operation(DossierId dossier, Made made, TxId tx, int index, int count) {
        Map<String, GroupChange> groups = new LinkedHashMap<>();
        Groups.of(made.value()).byName().forEach((name, value) -> groups.put(name, new GroupChange(null, value)));
        return new Operation(
                stream,
                lastSeq + 1,
                lastHash,
                tx,
                index,
                count,
                Action.CREATE,
                made.kind().code(),
                made.id(),
                dossier,
                made.audience(),
                Operation.SCHEMA,
                epoch,
                FIRST_GRANT,
                0,
                groups,
                made.at(),
                dice.salt());
    }
}
