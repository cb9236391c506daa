package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What every phone of the organisation holds: profile, catalogue, workers. */
@Singleton
public class ReferenceData {

    /**
     * Writes records of the reference bucket: new ones, or a new revision of those that differ.
     *
     * @param typed by record id, records of that kind such as a {@link org.tournee.organisation.Worker}
     */
    public void publish(Actor actor, RecordKind kind, Map<RecordId, ?> typed, Instant at) {
        throw new UnsupportedOperationException("Being written");
    }
}
