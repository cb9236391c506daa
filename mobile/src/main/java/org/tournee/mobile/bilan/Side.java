package org.tournee.mobile.bilan;

import java.util.List;
import org.tournee.bilan.Effect;

/** The two sides of the balance: what weighs to the left, what carries to the right. Rule: R-BIL. */
public enum Side {
    /** Destabilises, or threatens to. */
    WEIGHS(Effect.DESTABILISER, Effect.DANGER),
    /** Stabilises, or opens something. */
    CARRIES(Effect.STABILISER, Effect.OPPORTUNITY);

    private final Effect present;
    private final Effect possible;

    Side(Effect present, Effect possible) {
        this.present = present;
        this.possible = possible;
    }

    /** What an item of that side does: the present one first, the possible one second. */
    public List<Effect> effects() {
        return List.of(present, possible);
    }

    public static Side of(Effect effect) {
        return effect == WEIGHS.present || effect == WEIGHS.possible ? WEIGHS : CARRIES;
    }
}
