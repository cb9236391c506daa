package org.tournee.workflow;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * What the head looks at whenever a dossier is transferred or its segment changes (contrôle de transfert). A point that is
 * to be completed does not hold the transfer up: it is written down. Rule: R-SEG-7. Source: 001 §7.
 *
 * @param norm whether the contact norm was kept
 * @param durations whether the duration of every physical contact is recorded
 * @param agreement whether there is a service agreement or its reasoned exception
 * @param bilan whether the bilan says how things are now
 * @param reasoning whether the decision is reasoned professionally and can be followed
 * @param remark in the head's own words; null for none
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record TransferCheck(
        @Nullable Finding norm,
        @Nullable Finding durations,
        @Nullable Finding agreement,
        @Nullable Finding bilan,
        @Nullable Finding reasoning,
        @Nullable String remark) {

    /** What was found at one point. */
    public enum Finding {
        IN_ORDER,
        TO_COMPLETE
    }

    /** Everything in order. */
    public static TransferCheck inOrder() {
        return new TransferCheck(
                Finding.IN_ORDER, Finding.IN_ORDER, Finding.IN_ORDER, Finding.IN_ORDER, Finding.IN_ORDER, null);
    }

    /** Whether every point was looked at. */
    public boolean isComplete() {
        return norm != null && durations != null && agreement != null && bilan != null && reasoning != null;
    }
}
