package org.tournee.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tournee.server.store.RecordRow;
import org.tournee.sync.RecordId;

/** What was deleted so long ago that nothing is left of it, and which operations came before it went. */
final class Purges {

    private final Map<RecordId, Integer> logged = new HashMap<>();

    /**
     * Looks at what is there; the server may have been set back to before it went.
     *
     * @param operations how many are logged by now
     */
    void note(List<RecordRow> rows, int operations) {
        Set<RecordId> gone = new HashSet<>();
        rows.stream()
                .filter(row -> row.deleted() && row.groups().byName().isEmpty())
                .forEach(row -> gone.add(row.id()));
        logged.keySet().retainAll(gone);
        gone.forEach(id -> logged.putIfAbsent(id, operations));
    }

    /** What had gone when so many operations were logged. */
    void tell(Oracle oracle, int operations) {
        logged.forEach((id, before) -> {
            if (before <= operations) {
                oracle.purged(id);
            }
        });
    }
}
