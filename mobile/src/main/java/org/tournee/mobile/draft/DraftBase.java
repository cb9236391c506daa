package org.tournee.mobile.draft;

import java.util.Optional;
import org.tournee.dossier.Entry;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;

/**
 * The record that a form changes, as it was when its draft was begun: kept in the draft, so that what others wrote since is
 * merged or shown as two versions, and never written over unseen. Rule: R-REC.
 *
 * @param rev the revision that was seen
 * @param groups what was seen, as JSON
 */
record DraftBase(long rev, String groups) {

    /** No field of a form has this name. */
    private static final String MEMBER = "draft_base";

    private static final String REV = "rev";
    private static final String GROUPS = "groups";

    static DraftBase of(Entry<?> seen) {
        return new DraftBase(seen.rev(), Groups.of(seen.value()).json());
    }

    /** The draft with it. */
    String in(String draft) {
        String base =
                Groups.NONE.with(REV, Long.toString(rev)).with(GROUPS, groups).json();
        return Groups.parse(draft).with(MEMBER, base).json();
    }

    /** The record as the draft has it; empty in drafts of earlier versions, and in those of new records. */
    static <T> Optional<Entry<T>> from(String draft, Entry<T> now) {
        try {
            String base = Groups.parse(draft).get(MEMBER);
            return base == null ? Optional.empty() : read(Groups.parse(base), now);
        } catch (MalformedException | NumberFormatException e) {
            return Optional.empty(); // of a later version: what stands now is what one sees
        }
    }

    @SuppressWarnings("unchecked") // a record has no subclasses
    private static <T> Optional<Entry<T>> read(Groups base, Entry<T> now) {
        String rev = base.get(REV);
        String groups = base.get(GROUPS);
        if (rev == null || groups == null) {
            return Optional.empty();
        }
        Class<T> type = (Class<T>) now.value().getClass();
        return Optional.of(new Entry<>(
                now.id(),
                Groups.parse(groups).as(type),
                now.audience(),
                Long.parseLong(rev),
                now.author(),
                now.changedBy(),
                now.changedAt(),
                now.occurredAt(),
                now.pending()));
    }
}
