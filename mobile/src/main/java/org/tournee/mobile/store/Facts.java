package org.tournee.mobile.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single values by name: sealed in the file, and in memory while it is open. */
final class Facts {

    private final SqliteFile file;
    private final SealedFacts table;
    private volatile Map<String, String> kept;

    Facts(SqliteFile file, Sealing sealing) {
        this.file = file;
        this.table = new SealedFacts(sealing);
        this.kept = file.read(table::readAll);
    }

    Optional<String> of(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    /** Keeps it, or forgets it where {@code value} is null; called by one writer at a time. */
    void keep(String name, @Nullable String value) {
        if (Objects.equals(kept.get(name), value)) {
            return;
        }
        file.write(db -> table.keep(db, name, value));
        Map<String, String> next = new HashMap<>(kept);
        if (value == null) {
            next.remove(name);
        } else {
            next.put(name, value);
        }
        kept = next;
    }
}
