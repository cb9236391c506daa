package org.tournee.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.server.store.RecordRow;
import org.tournee.sync.Conflict;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.sync.Settlement;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** Which values stand beside one another, and who must say which it is: M5 to M7 of {@code docs/sync.md}. */
final class Disputes {

    /** A value that stands beside another. */
    record Variant(
            String id, @Nullable StreamId by, @Nullable String value) {}

    /** A conflict. */
    static final class Dispute {

        private final RecordId subject;
        private final String group;
        private List<Variant> variants = new ArrayList<>();
        private boolean open = true;
        private @Nullable RecordId id;

        Dispute(RecordId subject, String group) {
            this.subject = subject;
            this.group = group;
        }

        RecordId subject() {
            return subject;
        }

        String group() {
            return group;
        }

        List<Variant> variants() {
            return variants;
        }
    }

    private static final String WHOLE = Conflict.Subject.WHOLE_RECORD;

    private final List<Dispute> all = new ArrayList<>();

    /** Whether anything of a record is disputed. */
    boolean anyOn(RecordId record) {
        return all.stream().anyMatch(any -> any.open && any.subject.equals(record));
    }

    /** Whether that group of a record is. */
    boolean isOpen(RecordId record, String group) {
        return openOn(record, group) != null;
    }

    /** A record was erased, and every dispute with it. */
    void erase(RecordId record) {
        all.removeIf(any -> any.subject.equals(record));
    }

    static String idOf(Operation operation) {
        return operation.streamId() + ":" + operation.opSeq();
    }

    private @Nullable Dispute openOn(RecordId subject, String group) {
        return all.stream()
                .filter(any -> any.open && any.subject.equals(subject) && any.group.equals(group))
                .findFirst()
                .orElse(null);
    }

    /** The value that stands, as a variant. */
    private static Variant standing(Past past, String group, @Nullable String value) {
        Past.Write last = past.lastOf(group);
        return last == null
                ? new Variant("r" + past.rev, null, value)
                : new Variant("r" + last.rev(), last.by(), value);
    }

    /** M5 and M6: a variant more, or another of the same stream. */
    void add(Past past, String group, @Nullable String current, Variant mine) {
        Dispute open = openOn(past.id, group);
        if (open == null) {
            open = new Dispute(past.id, group);
            open.variants.add(standing(past, group, current));
            all.add(open);
        } else {
            Variant first = open.variants.get(0);
            open.variants.removeIf(any -> !any.equals(first) && Objects.equals(any.by(), mine.by()));
        }
        open.variants.add(mine);
    }

    /** M7: the new value is current and first. */
    void moveOn(Past past, String group, @Nullable String value, StreamId author) {
        Dispute open = openOn(past.id, group);
        if (open != null) {
            open.variants.removeIf(any -> author.equals(any.by()));
            open.variants.add(0, new Variant("r" + past.rev, author, value));
            open.open = open.variants.size() > 1;
        }
    }

    /** M2: whoever says the same has nothing to dispute. */
    void agree(Past past, String group, StreamId author) {
        Dispute open = openOn(past.id, group);
        if (open != null) {
            Variant first = open.variants.get(0);
            if (open.variants.removeIf(any -> !any.equals(first) && author.equals(any.by()))) {
                open.open = open.variants.size() > 1;
            }
        }
    }

    /** Gives the server's names to disputes: only a settlement needs them. */
    void recognise(Collection<RecordRow> conflicts) {
        Set<RecordId> known = new HashSet<>();
        all.forEach(any -> known.add(any.id));
        conflicts.stream()
                .filter(row -> !known.contains(row.id()))
                .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                .forEach(row -> {
                    Conflict.Subject subject = row.groups().as(Conflict.class).subject();
                    all.stream()
                            .filter(any -> any.id == null
                                    && any.subject.equals(subject.recordId())
                                    && any.group.equals(subject.group()))
                            .findFirst()
                            .ifPresent(any -> any.id = row.id());
                });
    }

    /** The conflict that is to be settled. */
    Dispute settledBy(Operation operation) {
        return all.stream()
                .filter(any -> operation.recordId().equals(any.id))
                .findFirst()
                .orElseThrow(
                        () -> new Violation("a conflict exists exactly when the oracle says so", "an unknown one"));
    }

    /**
     * Settles it.
     *
     * @return whether it, or another one, is open then
     */
    boolean settle(Dispute dispute, Past past, Operation operation) {
        Settlement settlement =
                Wire.read(Settlement.class, operation.groups().get("settlement").value());
        boolean whole = dispute.group.equals(WHOLE);
        String current = whole ? (past.deleted ? null : past.json()) : past.values.get(dispute.group);
        if (!dispute.open) {
            return settleAgain(dispute, past, current, settlement, operation);
        }
        List<Variant> unseen = new ArrayList<>(dispute.variants);
        unseen.removeIf(any -> settlement.seen().contains(any.id()));
        write(past, dispute.group, settlement.value(), operation.streamId());
        dispute.open = !unseen.isEmpty();
        if (dispute.open) {
            dispute.variants = new ArrayList<>(List.of(standing(past, dispute.group, settlement.value())));
            dispute.variants.addAll(unseen);
        }
        return dispute.open;
    }

    private static void write(Past past, String group, @Nullable String value, StreamId by) {
        if (group.equals(WHOLE)) {
            past.mark(WHOLE, by);
            past.replace(value == null ? null : Groups.parse(value), by);
        } else {
            past.write(group, value, by);
        }
    }

    private boolean settleAgain(
            Dispute dispute, Past past, @Nullable String current, Settlement settlement, Operation operation) {
        if (Groups.sameValue(current, settlement.value())) {
            return false;
        }
        Variant other = new Variant(idOf(operation), operation.streamId(), settlement.value());
        Dispute elsewhere = openOn(past.id, dispute.group);
        if (elsewhere != null) {
            add(past, dispute.group, current, other); // at most one conflict is open on a group
            return true;
        }
        dispute.open = true;
        dispute.variants = new ArrayList<>(List.of(standing(past, dispute.group, current), other));
        return true;
    }

    List<Dispute> open() {
        return all.stream().filter(any -> any.open).toList();
    }
}
