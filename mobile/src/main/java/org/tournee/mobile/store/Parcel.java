package org.tournee.mobile.store;

import java.util.ArrayList;
import java.util.List;
import org.tournee.sync.DoorEnvelope;

/** What of a file can be delivered without its PIN, and where. */
public record Parcel(DoorAddress address, List<DoorEnvelope> envelopes) {

    public Parcel {
        envelopes = List.copyOf(envelopes);
    }

    /** The envelopes in as many deliveries as the bounds of one make necessary, in their order. */
    public List<List<DoorEnvelope>> batches() {
        List<List<DoorEnvelope>> batches = new ArrayList<>();
        for (int from = 0; from < envelopes.size(); ) {
            List<DoorEnvelope> batch = Envelopes.batch(envelopes.subList(from, envelopes.size()));
            batches.add(batch);
            from += batch.size();
        }
        return batches;
    }
}
