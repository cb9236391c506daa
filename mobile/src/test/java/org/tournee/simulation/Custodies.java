package org.tournee.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tournee.sync.RecordId;

/** Of which documents the service said that it holds them, and which operations came before it said so: a revision of its own. */
final class Custodies {

    private final Map<RecordId, Integer> logged = new HashMap<>();

    /**
     * Looks at what is there; the server may have been set back to before it said so. An erased document says nothing any
     * more, and what was decided before stands.
     *
     * @param held of which it says so now
     * @param erased those of which nothing is left
     * @param operations how many are logged by now
     */
    void note(Set<RecordId> held, Set<RecordId> erased, int operations) {
        logged.keySet().removeIf(id -> !held.contains(id) && !erased.contains(id));
        held.forEach(id -> logged.putIfAbsent(id, operations));
    }

    /** What it had said when so many operations were logged. */
    void tell(Oracle oracle, int operations) {
        logged.forEach((id, before) -> {
            if (before <= operations) {
                oracle.held(id);
            }
        });
    }
}
