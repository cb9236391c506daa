package org.tournee.mobile.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.DoorEnvelope;

/**
 * The stream that a store writes to: whose it is, what makes its operations, what seals them for the server.
 *
 * @param sealer null until the server gave the key to seal to
 */
record OwnStream(
        StreamIdentity identity,
        OperationMaker maker,
        @Nullable DoorSealer sealer) {

    /**
     * The stream of that identity.
     *
     * @param doorKey empty until the server gave one
     * @param schema in which this app writes
     */
    static OwnStream of(StreamIdentity identity, String doorKey, Clock clock, SecureRandom random, int schema) {
        return new OwnStream(
                identity,
                new OperationMaker(identity.streamId(), clock, random, schema),
                doorKey.isEmpty() ? null : new DoorSealer(identity, doorKey));
    }

    /** Envelopes of new operations, one a transaction. */
    List<DoorEnvelope> sealed(List<HeldOperation> made) {
        DoorSealer known = sealer;
        return known == null
                ? List.of()
                : Succession.transactions(made).stream().map(known::seal).toList();
    }
}
