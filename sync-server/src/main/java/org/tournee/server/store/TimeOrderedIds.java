package org.tournee.server.store;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.util.UUID;

/** UUIDs of version 7: time, then chance. */
@Singleton
class TimeOrderedIds implements IdSource {

    @Override
    public UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
