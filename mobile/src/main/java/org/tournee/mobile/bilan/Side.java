package org.tournee.mobile.bilan;

import java.util.List;
import org.tournee.bilan.Effect;

/** The two sides of the balance: what weighs to the left, what carries to the right. Rule: R-BIL. */
public enum Side {
    /** Destabilises, or threatens to. */
    WEIGHS(List.of(Effect.DESTABILISER, Effect.DANGER)),
    /** Stabilises, or opens something. */
    CARRIES(List.of(Effect.STABILISER, Effect.OPPORTUNITY));

    private final List<Effect> effects;

    Side(List<Effect> effects) {
        this.effects = effects;
    }

    /** What an item of that side does: the present one first, the possible one second. */
    public List<Effect> effects() {
        return effects;
    }

    public static Side of(Effect effect) {
        return WEIGHS.effects.contains(effect) ? WEIGHS : CARRIES;
    }
}
