package org.tournee.server.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tournee.organisation.WorkerId;
import org.tournee.server.store.StreamRow;
import org.tournee.sync.HeldAnswer;
import org.tournee.sync.HeldRequest;
import org.tournee.sync.Outcome;

/** Proves which operations are held: those under whose number the log has the very bytes. */
public final class Held {

    private Held() {}

    /** The answer; empty where the stream is not the worker's own. */
    public static Optional<HeldAnswer> of(SyncTransaction transaction, WorkerId worker, HeldRequest asked) {
        Optional<StreamRow> stream =
                transaction.stream(asked.streamId()).filter(row -> row.worker().equals(worker));
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        List<Long> numbers =
                asked.operations().stream().map(HeldRequest.Claim::opSeq).toList();
        Map<Long, HeldOperation> held = transaction.held(asked.streamId(), numbers);
        List<Outcome> proven = new ArrayList<>();
        for (HeldRequest.Claim claim : asked.operations()) {
            HeldOperation known = held.get(claim.opSeq());
            if (known != null && known.hash().equals(claim.hash())) {
                proven.add(known.outcome());
            }
        }
        return Optional.of(new HeldAnswer(stream.get().durableOpSeq(), proven));
    }
}
