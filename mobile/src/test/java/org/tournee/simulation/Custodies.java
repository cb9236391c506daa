package org.tournee.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tournee.document.Document;
import org.tournee.server.store.RecordRow;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Of which documents the service said that it holds them, and which operations came before it said so: a revision of its own. */
final class Custodies {

    private final Map<RecordId, Integer> logged = new HashMap<>();

    /**
     * Looks at what is there; the server may have been set back to before it said so.
     *
     * @param operations how many are logged by now
     */
    void note(List<RecordRow> rows, int operations) {
        Set<RecordId> held = new HashSet<>();
        rows.stream()
                .filter(row -> row.kind().equals(RecordKind.DOCUMENT.code()))
                .filter(row -> row.groups().get(Document.Custody.GROUP) != null)
                .forEach(row -> held.add(row.id()));
        logged.keySet().retainAll(held);
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
