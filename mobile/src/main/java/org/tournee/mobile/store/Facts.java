package org.tournee.mobile.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single values by name: on the disk, and in memory while it is open. */
final class Facts {

    private final PhoneDisk disk;
    private volatile Map<String, String> kept;

    Facts(PhoneDisk disk, Map<String, String> kept) {
        this.disk = disk;
        this.kept = kept;
    }

    Optional<String> of(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    /** Keeps it, or forgets it where {@code value} is null; called by one writer at a time. */
    void keep(String name, @Nullable String value) {
        if (Objects.equals(kept.get(name), value)) {
            return;
        }
        disk.commit(List.of(new PhoneDisk.KeepFact(name, value)));
        Map<String, String> next = new HashMap<>(kept);
        if (value == null) {
            next.remove(name);
        } else {
            next.put(name, value);
        }
        kept = next;
    }

    /** Knows what was written to the disk together with other things. */
    void written(Map<String, Optional<String>> values) {
        Map<String, String> next = new HashMap<>(kept);
        values.forEach((name, value) -> value.ifPresentOrElse(text -> next.put(name, text), () -> next.remove(name)));
        kept = next;
    }
}
