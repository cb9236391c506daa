package org.tournee.simulation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.rights.RightCheck;
import org.tournee.sync.Audience;
import org.tournee.sync.Conflict;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.SeenChildren;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/**
 * What becomes of a rendez-vous des droits that somebody takes back, and of the rights that were looked at in it, as one
 * would say who keeps every sheet in the order in which it was written: M10 of {@code docs/sync.md}. It knows no positions,
 * and neither {@code RecordParents} nor {@code Family}.
 */
final class HangingOracle {

    private static final String WHOLE = Conflict.Subject.WHOLE_RECORD;

    private final Map<RecordId, Past> records;
    private final Disputes disputes;
    /** The revision of each sheet when it was last looked at. */
    private final Map<RecordId, Long> revs = new HashMap<>();
    /** When each was written last; what happened to several at once left them in the order that they had. */
    private final Map<RecordId, Long> moments = new HashMap<>();

    private long now;

    /** @param records all there are, by their ids */
    HangingOracle(Map<RecordId, Past> records, Disputes disputes) {
        this.records = records;
        this.disputes = disputes;
    }

    /** Something happened: it is noted which sheets were written. */
    void look() {
        List<Past> written = records.values().stream()
                .filter(past -> isSheet(past) && revs.getOrDefault(past.id, 0L) != past.rev)
                .sorted(Comparator.comparingLong(past -> moments.getOrDefault(past.id, Long.MAX_VALUE)))
                .toList();
        for (Past past : written) {
            revs.put(past.id, past.rev);
            moments.put(past.id, ++now);
        }
    }

    private static boolean isSheet(Past past) {
        return past.kind.equals(RecordKind.RIGHTS_CHECKUP.code()) || past.kind.equals(RecordKind.RIGHT_CHECK.code());
    }

    /** Whether others wrote to what hangs on it, and the author of the deletion had not seen all of that. */
    boolean othersHungOn(Past deleted, Operation deletion) {
        Map<String, Long> seen = seen(deletion);
        return records.values().stream()
                .filter(past -> !past.deleted && deleted.id.equals(hangsOn(past)))
                .anyMatch(
                        past -> past.othersWrote(null, seen.getOrDefault(past.id.toString(), 0L), deletion.streamId()));
    }

    private static Map<String, Long> seen(Operation deletion) {
        GroupChange told = deletion.groups().get(SeenChildren.GROUP);
        return told == null
                ? Map.of()
                : Wire.read(SeenChildren.class, Objects.requireNonNull(told.value()))
                        .revs();
    }

    /**
     * A sheet was written: where what it hangs on is gone and its author cannot have known that, a human says whether it
     * comes back.
     *
     * @param sawLast whether its author had what was written there last
     */
    void wrote(Past past, Operation operation, boolean sawLast) {
        RecordId on = hangsOn(past);
        Past gone = on == null ? null : records.get(on);
        if (gone == null || !gone.deleted || gone.values.isEmpty()) {
            return; // it is there, or nothing is left of it that could come back
        }
        boolean knew = isOwn(gone, operation.streamId()) || (sawLast && isLater(past, gone));
        if (!knew && !disputes.isOpen(gone.id, WHOLE)) {
            disputes.add(
                    gone,
                    WHOLE,
                    null,
                    new Disputes.Variant(Disputes.idOf(operation), operation.streamId(), gone.json()));
        }
    }

    private static boolean isOwn(Past gone, StreamId author) {
        Past.Write deletion = gone.lastOf(WHOLE);
        return deletion != null && deletion.by().equals(author);
    }

    /** Whoever had a sheet that was written after the deletion had seen that too, where the same people read both. */
    private boolean isLater(Past past, Past gone) {
        boolean together = Objects.equals(past.dossier, gone.dossier)
                && past.audience == Audience.SERVICE
                && gone.audience == Audience.SERVICE;
        return together && moments.get(past.id) > moments.get(gone.id);
    }

    private static @Nullable RecordId hangsOn(Past past) {
        String subject = past.values.get("subject");
        return past.kind.equals(RecordKind.RIGHT_CHECK.code()) && subject != null
                ? Wire.read(RightCheck.Subject.class, subject).checkup()
                : null;
    }
}
