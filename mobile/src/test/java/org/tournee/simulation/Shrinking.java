package org.tournee.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shortens a plan that fails, as long as the same is violated. */
final class Shrinking {

    private static final int MOST_LIVES = 2_000;

    private final String invariant;
    private final Stores stores;
    private Plan plan;
    private int lives;

    private Shrinking(Plan plan, String invariant, Stores stores) {
        this.plan = plan;
        this.stores = stores;
        this.invariant = invariant;
    }

    static Plan of(Plan plan, Violation violation, Stores stores) {
        Shrinking shrinking = new Shrinking(plan, violation.invariant(), stores);
        for (int size = Math.max(1, plan.events().size() / 2); ; size = Math.max(1, size / 2)) {
            boolean shorter = shrinking.without(size);
            if (!shorter && size == 1) {
                return shrinking.plan;
            }
        }
    }

    /** Tries to leave out so many events at a time, from the end. */
    private boolean without(int size) {
        boolean any = false;
        for (int from = plan.events().size() - size; from >= 0; from -= size) {
            List<Event> left = new ArrayList<>(plan.events());
            left.subList(from, Math.min(from + size, left.size())).clear();
            Plan shorter = plan.with(left);
            if (lives++ < MOST_LIVES && fails(shorter)) {
                plan = shorter;
                any = true;
            }
        }
        return any && lives < MOST_LIVES;
    }

    private boolean fails(Plan shorter) {
        Optional<Violation> violation = Life.of(shorter, stores);
        return violation.filter(again -> again.invariant().equals(invariant)).isPresent();
    }
}
