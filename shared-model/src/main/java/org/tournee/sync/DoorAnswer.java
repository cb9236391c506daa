package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Objects;

/**
 * What the push-only door answers. Nothing of what the server holds can be read through it.
 *
 * @param reception what was done with all that was delivered
 * @param durableOpSeq the last operation that a restore of the server cannot lose
 * @param outcomes of the operations delivered, in their order; none of what was put under quarantine
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record DoorAnswer(Reception reception, long durableOpSeq, List<Outcome> outcomes) {

    public DoorAnswer {
        Objects.requireNonNull(reception, "reception");
        outcomes = List.copyOf(outcomes);
    }

    /** What was done with it. */
    public enum Reception {
        /** Taken in like any push. */
        TAKEN,
        /** The stream was revoked: kept sealed, seen by administrators as existing, not applied. */
        QUARANTINED_REVOKED,
        /** The stream is frozen, or these bytes do not fit it: kept sealed, not applied. */
        QUARANTINED_FORKED,
        /** The seal does not open to operations: kept as it is, not applied. */
        QUARANTINED_UNREADABLE
    }
}
