package org.tournee.mobile.returned;

import io.avaje.jsonb.Json;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tournee.dossier.Entry;
import org.tournee.mobile.store.PhoneStore;
import org.tournee.sync.MalformedException;
import org.tournee.sync.RecordId;
import org.tournee.sync.Wire;

/**
 * Which returned changes their author has done with: on this phone, sealed like a draft. The service keeps them all.
 * Rule: R-REC.
 */
final class PutAway {

    private static final String NAME = "returned_put_away";

    private PutAway() {}

    /** As the store keeps it. */
    @Json(naming = Json.Naming.LowerUnderscore)
    record Ids(List<RecordId> ids) {

        Ids {
            ids = List.copyOf(ids);
        }
    }

    static Set<RecordId> in(PhoneStore store) {
        return store.draft(NAME).map(PutAway::read).orElse(Set.of());
    }

    private static Set<RecordId> read(String json) {
        try {
            return Set.copyOf(Wire.read(Ids.class, json).ids());
        } catch (MalformedException e) {
            return Set.of(); // of another version: they are shown again
        }
    }

    /** Puts them away, and forgets those that the service does not send any more. Durable when it returns. */
    static void add(PhoneStore store, Collection<RecordId> ids) {
        Set<RecordId> held = store.returnedChanges().stream().map(Entry::id).collect(Collectors.toSet());
        Set<RecordId> away = new LinkedHashSet<>(in(store));
        away.addAll(ids);
        away.retainAll(held);
        keep(store, away);
    }

    /** Takes them back. Durable when it returns. */
    static void remove(PhoneStore store, Collection<RecordId> ids) {
        Set<RecordId> away = new LinkedHashSet<>(in(store));
        away.removeAll(ids);
        keep(store, away);
    }

    private static void keep(PhoneStore store, Set<RecordId> ids) {
        store.keepDraft(NAME, ids.isEmpty() ? null : Wire.json(new Ids(List.copyOf(ids))));
    }
}
