package org.tournee.mobile.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What forms held when they were left: on the disk, and in memory while it is open. Rule: R-OFF. */
final class Drafts {

    private final PhoneDisk disk;
    private volatile Map<String, DraftTable.Draft> kept;

    Drafts(PhoneDisk disk, Map<String, DraftTable.Draft> kept) {
        this.disk = disk;
        this.kept = kept;
    }

    Optional<String> of(String form) {
        return Optional.ofNullable(kept.get(form)).map(DraftTable.Draft::json);
    }

    List<String> forms() {
        return List.copyOf(kept.keySet());
    }

    /** Keeps it, or forgets it where {@code json} is null; called by one writer at a time. */
    void keep(String form, @Nullable String json) {
        DraftTable.Draft known = kept.get(form);
        Map<String, DraftTable.Draft> next = new LinkedHashMap<>(kept);
        if (json != null) {
            long seq = known == null ? DraftTable.nextSeq(kept) : known.seq();
            DraftTable.Draft draft = new DraftTable.Draft(seq, json);
            disk.commit(List.of(new PhoneDisk.KeepDraft(form, draft)));
            next.put(form, draft);
        } else if (known != null) {
            disk.commit(List.of(new PhoneDisk.ForgetDraft(known)));
            next.remove(form);
        }
        kept = next;
    }
}
