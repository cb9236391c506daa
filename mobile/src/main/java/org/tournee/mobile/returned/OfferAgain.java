package org.tournee.mobile.returned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Entry;
import org.tournee.mobile.store.Edit;
import org.tournee.request.Request;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.RecordRules;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.Settlement;
import org.tournee.sync.Wire;

/**
 * Makes new changes out of returned ones, on what the dossier or the register says now: a creation with everything that
 * was done to its record since, and those that were saved with it, together. Rule: R-REC.
 */
final class OfferAgain {

    private final List<Entry<?>> now;
    private final List<Edit.Change> changes = new ArrayList<>();

    private OfferAgain(List<Entry<?>> now) {
        this.now = now;
    }

    /**
     * Empty where not all of it can be made again, or would break the same rule again.
     *
     * @param now every record of the dossier, or of the register of desks, that a phone may write to
     */
    static Optional<List<Edit.Change>> changes(ReturnedBatch batch, List<Entry<?>> now) {
        Map<RecordId, List<ReturnedChange.Origin>> byRecord = new LinkedHashMap<>();
        for (ReturnedChange.Origin origin : batch.origins()) {
            RecordId record = origin.recordId();
            if (record == null) {
                return Optional.empty();
            }
            byRecord.computeIfAbsent(record, unknown -> new ArrayList<>()).add(origin);
        }
        OfferAgain again = new OfferAgain(now);
        boolean all = byRecord.entrySet().stream().allMatch(record -> again.add(record.getKey(), record.getValue()));
        return all && !again.changes.isEmpty() ? Optional.of(again.changes) : Optional.empty();
    }

    private boolean add(RecordId record, List<ReturnedChange.Origin> origins) {
        ReturnedChange.Origin first = origins.get(0);
        String code = first.kind();
        Optional<RecordKind> kind = code == null ? Optional.empty() : RecordKind.ofCode(code);
        Optional<Entry<?>> existing =
                now.stream().filter(entry -> entry.id().equals(record)).findFirst();
        if (origins.stream().anyMatch(origin -> origin.action() == Action.COMMAND)) {
            return false; // asked for anew on what is there now, where it is asked for
        }
        if (origins.stream().anyMatch(origin -> origin.action() == Action.SETTLE)) {
            return existing.isPresent() && origins.size() == 1 && settle(record, first);
        }
        if (kind.isEmpty() || RecordTypes.of(kind.get()).isEmpty()) {
            return false;
        }
        if (origins.get(origins.size() - 1).action() == Action.DELETE) {
            existing.ifPresent(entry -> changes.add(new Edit.Delete(kind.get(), entry)));
            return existing.isPresent();
        }
        return existing.map(entry -> update(kind.get(), entry, origins))
                .orElseGet(() -> create(kind.get(), record, origins));
    }

    /** With the variants that were seen then: one that came since keeps the conflict open. Rule: R-REC. */
    private boolean settle(RecordId conflict, ReturnedChange.Origin origin) {
        GroupChange change = ReturnedGroups.of(origin).get(CorrectedSteps.SETTLEMENT);
        String settlement = change == null ? null : change.value();
        if (settlement == null) {
            return false;
        }
        try {
            changes.add(new Edit.Settle(conflict, Wire.read(Settlement.class, settlement)));
            return true;
        } catch (MalformedException e) {
            return false; // of another version: its value is shown, and stays with the service
        }
    }

    private boolean update(RecordKind kind, Entry<?> entry, List<ReturnedChange.Origin> origins) {
        if (kind.writing() == RecordKind.Writing.JOURNAL) {
            return false; // it is in the journal by now
        }
        Groups now = Groups.of(entry.value());
        Object value = isPast(kind, now, origins) ? null : typed(kind, now, origins);
        if (value != null) {
            changes.add(new Edit.Update(kind, entry, value));
        }
        return value != null;
    }

    /** Whole as it was written, a step of a request would take back what others did since. Rule: R-REQ. */
    private static boolean isPast(RecordKind kind, Groups now, List<ReturnedChange.Origin> origins) {
        return kind == RecordKind.REQUEST
                && origins.stream()
                        .flatMap(origin ->
                                Optional.ofNullable(ReturnedGroups.of(origin).get(Request.Handling.GROUP)).stream())
                        .anyMatch(change -> !Groups.sameValue(change.base(), now.get(Request.Handling.GROUP)));
    }

    private boolean create(RecordKind kind, RecordId record, List<ReturnedChange.Origin> origins) {
        // A document is taken in with its bytes, and those go their own way.
        boolean creation = origins.get(0).action() == Action.CREATE && kind != RecordKind.DOCUMENT;
        Object value = creation ? typed(kind, Groups.NONE, origins) : null;
        if (value != null) {
            changes.add(new Edit.Create(kind, record, audience(origins.get(0)), value));
        }
        return value != null;
    }

    /** Where it is not known who may read it, the fewest may. Rule: R-SHARE. */
    private static Audience audience(ReturnedChange.Origin origin) {
        return origin.audience() == null ? Audience.RESTRICTED : origin.audience();
    }

    private static @Nullable Object typed(RecordKind kind, Groups before, List<ReturnedChange.Origin> origins) {
        Groups groups = before;
        for (ReturnedChange.Origin origin : origins) {
            groups = ReturnedGroups.over(groups, origin);
        }
        if (!RecordRules.check(kind, groups).isEmpty()) {
            return null; // the same rule would return it again: it wants a correction first
        }
        try {
            return groups.as(RecordTypes.of(kind).orElseThrow());
        } catch (MalformedException e) {
            return null; // of another version: its value is shown, and stays with the service
        }
    }
}
