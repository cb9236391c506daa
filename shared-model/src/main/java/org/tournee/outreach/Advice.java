package org.tournee.outreach;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** Whether to go to a household on a day. Rule: R-OUT. */
public sealed interface Advice {

    /**
     * There is reason to go.
     *
     * @param grounds at least one, the strongest first
     * @param dueOn the day of the strongest; may be past
     * @param attempts how often nobody was there since somebody was last met
     */
    record Go(List<Ground> grounds, LocalDate dueOn, int attempts) implements Advice {

        /** The strongest ground first, then the first due, so that the list is the same on every phone. */
        public static final Comparator<Go> STRONGEST_FIRST =
                Comparator.comparing((Go go) -> go.grounds().get(0)).thenComparing(Go::dueOn);

        public Go {
            grounds = List.copyOf(EnumSet.copyOf(grounds));
        }
    }

    /** There is reason to go, and a better one not to. */
    record Leave(Because because) implements Advice {}

    /** Nothing asks for it. */
    record NoReason() implements Advice {}

    /** Why one does not go although something is due; the first that holds is told. */
    enum Because {
        /** They do not want to be approached. */
        OPPOSED,
        /** In hospital, away, or refusing for now, as the head granted. */
        EXEMPT,
        /** Somebody goes there that day, or was there. */
        PLANNED,
        /** They are met anyhow within {@link RoundRules#NEAR_DAYS} days. */
        APPOINTMENT_NEAR
    }
}
