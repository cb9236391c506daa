package org.tournee.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tournee.document.Document;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.server.store.RecordRow;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.AudienceChange;
import org.tournee.sync.Command;
import org.tournee.sync.Conflict;
import org.tournee.sync.DossierOpening;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Settlement;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/**
 * What must become of operations, told one after another by the cases M1 to M9 of {@code docs/sync.md} as somebody would
 * who keeps the whole history and is in no hurry. It shares no rule with the server.
 */
final class Oracle {

    private static final String WHOLE = Conflict.Subject.WHOLE_RECORD;

    private final Map<RecordId, Past> records = new LinkedHashMap<>();
    private final List<Dispute> disputes = new ArrayList<>();
    private final Map<UUID, UUID> redirects = new HashMap<>();
    /** What was moved, by the dossier that was merged into another. */
    private final Map<DossierId, Set<RecordId>> merges = new LinkedHashMap<>();

    private final Set<DossierId> erased = new HashSet<>();
    private String epoch = "";
    private final Supplier<Map<StreamId, StreamId>> families;
    private final SegmentOracle segments;

    /** @param families the first stream of the family of each; most streams have none */
    Oracle(Collection<RecordRow> beginning, Supplier<Map<StreamId, StreamId>> families) {
        this.families = families;
        this.segments = new SegmentOracle(beginning);
        beginning.forEach(row -> {
            Past past = new Past(row.id(), row.kind());
            past.rev = row.rev();
            past.audience = row.audience();
            past.dossier = row.dossier();
            past.madeFor = row.dossier();
            past.values.putAll(row.groups().byName());
            records.put(row.id(), past);
        });
    }

    /** Somebody wrote a group, or {@code *} for the record as a whole. */
    private record Write(long rev, String group, StreamId by) {}

    /** A record and all that ever happened to it. */
    private static final class Past {

        private final RecordId id;
        private final String kind;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<Write> writes = new ArrayList<>();
        private Map<String, String> first = Map.of();
        private @Nullable StreamId maker;
        private Audience audience = Audience.SERVICE;
        private @Nullable DossierId dossier;
        /** The dossier that its author wrote it for, whatever that one was merged into. */
        private @Nullable DossierId madeFor;

        private long rev = 1;
        private boolean deleted;

        Past(RecordId id, String kind) {
            this.id = id;
            this.kind = kind;
        }

        boolean othersWrote(@Nullable String group, long after, StreamId but) {
            return writes.stream()
                    .anyMatch(write -> (group == null || write.group().equals(group))
                            && write.rev() > after
                            && !write.by().equals(but));
        }

        /** Whether any group is still as that stream wrote it: else a base of 0 says nothing (M4). */
        boolean isAnyOf(StreamId stream) {
            Map<String, StreamId> last = new HashMap<>();
            writes.forEach(write -> last.put(write.group(), write.by()));
            return last.containsValue(stream);
        }

        @Nullable
        Write lastOf(String group) {
            return writes.stream()
                    .filter(write -> write.group().equals(group))
                    .reduce((one, later) -> later)
                    .orElse(null);
        }

        String json() {
            return new Groups(values).json();
        }
    }

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

        boolean isOpen() {
            return open;
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

    /**
     * What must become of an operation that nothing forbids.
     *
     * @param conflicts the conflicts that the server has, to know which is which
     * @param now the epoch in which the server took it in
     * @return whether it must be a conflict
     */
    boolean take(Operation operation, Collection<RecordRow> conflicts, String now) {
        epoch = now;
        return take(aimed(operation), operation.dossierId(), conflicts);
    }

    private boolean take(Operation operation, DossierId sentFor, Collection<RecordRow> conflicts) {
        if (operation.action() == Action.SETTLE) {
            recognise(conflicts);
            return settle(operation);
        }
        Past past = records.get(operation.recordId());
        if (past == null) {
            create(operation, sentFor);
            return false;
        }
        if (past.kind.equals(RecordKind.CONTACT.code())
                || past.kind.equals(RecordKind.DOCUMENT.code())
                || DossierOpening.is(operation)
                || isInsertedAgain(past, operation)) {
            return false; // identical inserts are there once
        }
        if (operation.action() == Action.DELETE) {
            return delete(past, operation);
        }
        return past.deleted ? changeOfDeleted(past, operation) : change(past, operation);
    }

    /**
     * M12: whether the record gets the audience that is asked for, or has it already; else the command came too late.
     */
    boolean command(Operation sent, String now) {
        epoch = now;
        Operation operation = aimed(sent);
        Past past = records.get(operation.recordId());
        Audience asked = AudienceChange.of(Command.of(operation).orElseThrow())
                .orElseThrow()
                .asked();
        if (past.deleted) {
            return false;
        }
        if (past.audience == asked) {
            return true;
        }
        boolean sawAll = operation.epoch().equals(epoch)
                && operation.baseRev() <= past.rev
                && !past.othersWrote(null, operation.baseRev(), operation.streamId())
                && disputes.stream().noneMatch(any -> any.open && any.subject.equals(past.id));
        if (asked == Audience.SERVICE && !sawAll) {
            return false; // nobody shows to more people what they did not see
        }
        past.audience = asked;
        past.rev++;
        past.writes.add(new Write(past.rev, AudienceChange.NAME, operation.streamId()));
        return true;
    }

    /** A dossier became one with another: all of it goes there, and what is sent for it goes there too. Rule: R-DUP. */
    void merged(DossierId kept, DossierId merged, Map<RecordId, RecordId> samePersons) {
        Set<RecordId> moved = new HashSet<>();
        for (Past past : records.values()) {
            if (merged.equals(past.dossier)) {
                moved.add(past.id);
                past.rev++;
                if (past.id.value().equals(merged.value())) {
                    past.deleted = true;
                } else {
                    past.dossier = kept;
                }
            }
        }
        samePersons.forEach((one, other) -> {
            put(records.get(one), Person.Merged.GROUP, Wire.json(new Person.Merged(new PersonId(other.value()))));
            redirects.put(one.value(), other.value());
        });
        redirects.put(merged.value(), kept.value());
        merges.put(merged, moved);
        segments.merged(kept, merged);
    }

    /** Where dossiers stand in their segments. */
    SegmentOracle segments() {
        return segments;
    }

    /** They are two again: what was moved, and what was made for it since, goes back. */
    void separated(DossierId merged) {
        UUID kept = redirects.remove(merged.value());
        Set<RecordId> moved = merges.remove(merged);
        for (Past past : records.values()) {
            boolean madeSince = past.madeFor != null
                    && past.dossier != null
                    && past.dossier.value().equals(kept)
                    && end(past.madeFor.value()).equals(merged.value());
            if (moved.contains(past.id) || madeSince) {
                past.rev++;
                past.dossier = merged;
                past.values.remove(Person.Merged.GROUP);
                past.deleted &= !past.id.value().equals(merged.value());
                redirects.remove(past.id.value());
            }
        }
    }

    /** Nothing is left of a dossier, nor of what was merged into it, but that it was there. Rule: R-GDPR. */
    void erased(DossierId dossier) {
        Set<UUID> all = new HashSet<>(Set.of(dossier.value()));
        merges.keySet().stream()
                .map(DossierId::value)
                .filter(merged -> end(merged).equals(dossier.value()))
                .forEach(all::add);
        for (Past past : records.values()) {
            if (past.dossier != null && all.contains(past.dossier.value())) {
                past.rev += past.values.isEmpty() ? 0 : 1;
                past.values.clear();
                past.writes.clear();
                past.deleted = true;
                redirects.remove(past.id.value());
                disputes.removeIf(any -> any.subject.equals(past.id));
            }
        }
        for (UUID each : all) {
            erased.add(new DossierId(each));
            segments.erased(new DossierId(each));
            merges.remove(new DossierId(each));
            redirects.remove(each);
        }
    }

    /** The dossiers that were erased. */
    Set<DossierId> erased() {
        return erased;
    }

    /** Whether its record is in another dossier by now than the one that its author saw it in. */
    boolean isElsewhere(Operation operation) {
        Operation aimed = aimed(operation);
        Past past = records.get(aimed.recordId());
        return past != null && !aimed.dossierId().equals(past.dossier);
    }

    private UUID end(UUID id) {
        UUID next = redirects.get(id);
        return next == null ? id : end(next);
    }

    /** What it is on now; a revision of a record that was merged into another says nothing there (M4). */
    private Operation aimed(Operation operation) {
        RecordId record = new RecordId(end(operation.recordId().value()));
        return new Operation(
                operation.streamId(),
                operation.opSeq(),
                operation.prevHash(),
                operation.txId(),
                operation.txIndex(),
                operation.txCount(),
                operation.action(),
                operation.kind(),
                record,
                new DossierId(end(operation.dossierId().value())),
                operation.audience(),
                operation.schema(),
                operation.epoch(),
                operation.grantEpoch(),
                record.equals(operation.recordId()) ? operation.baseRev() : Long.MAX_VALUE,
                operation.groups(),
                operation.occurredAt(),
                operation.salt());
    }

    /** Whether not everybody of the service reads it. */
    boolean isRestricted(RecordId id) {
        Past past = records.get(new RecordId(end(id.value())));
        return past != null && past.audience == Audience.RESTRICTED;
    }

    private void create(Operation operation, DossierId sentFor) {
        Past past = new Past(operation.recordId(), operation.kind());
        operation.groups().forEach((group, change) -> put(past, group, change.value()));
        operation.groups().keySet().forEach(group -> past.writes.add(new Write(1, group, operation.streamId())));
        past.first = new LinkedHashMap<>(past.values);
        past.maker = operation.streamId();
        past.dossier = operation.dossierId();
        past.madeFor = sentFor;
        past.audience = operation.audience() == null ? Audience.SERVICE : operation.audience();
        records.put(past.id, past);
    }

    private static void put(Past past, String group, @Nullable String value) {
        if (value == null) {
            past.values.remove(group);
        } else {
            past.values.put(group, value);
        }
    }

    private boolean change(Past past, Operation operation) {
        StreamId author = operation.streamId();
        boolean any = false;
        List<String> standing = new ArrayList<>();
        List<String> clashing = new ArrayList<>();
        for (Map.Entry<String, GroupChange> each : operation.groups().entrySet()) {
            String group = each.getKey();
            String current = past.values.get(group);
            String value = each.getValue().value();
            if (Groups.sameValue(current, value)) {
                agree(past, group, author); // M2
            } else if (stands(past, group, each.getValue(), operation)) {
                standing.add(group); // M1, M4
            } else {
                clashing.add(group); // M3, M4
                any = true;
            }
        }
        if (!standing.isEmpty()) {
            past.rev++;
        }
        Map<String, String> before = new LinkedHashMap<>(past.values);
        for (String group : standing) {
            String value = operation.groups().get(group).value();
            put(past, group, value);
            past.writes.add(new Write(past.rev, group, author));
        }
        standing.forEach(
                group -> moveOn(past, group, operation.groups().get(group).value(), author));
        clashing.forEach(group -> add(
                past,
                group,
                before.get(group),
                new Variant(
                        idOf(operation), author, operation.groups().get(group).value())));
        return any;
    }

    /** From a copy of the phone, or under the stream that this one follows. */
    private boolean isInsertedAgain(Past past, Operation operation) {
        if (operation.action() != Action.CREATE) {
            return false;
        }
        Map<String, String> said = new LinkedHashMap<>();
        operation.groups().forEach((group, change) -> said.put(group, change.value()));
        return said.equals(past.first)
                && (operation.streamId().equals(past.maker) || areOneFamily(operation.streamId(), past.maker));
    }

    private boolean areOneFamily(StreamId one, @Nullable StreamId other) {
        StreamId family = families.get().get(one);
        return other != null && family != null && family.equals(families.get().get(other));
    }

    private boolean stands(Past past, String group, GroupChange change, Operation operation) {
        Write last = past.lastOf(group);
        if (last != null
                && areOneFamily(operation.streamId(), last.by())
                && Groups.sameValue(past.values.get(group), change.base())) {
            return true; // M11
        }
        if (baseIsKnown(past, operation) && operation.baseRev() <= past.rev) {
            return !past.othersWrote(group, operation.baseRev(), operation.streamId());
        }
        return Groups.sameValue(past.values.get(group), change.base());
    }

    /** Of this epoch, and of something that its author had pulled or made. */
    private boolean baseIsKnown(Past past, Operation operation) {
        return operation.epoch().equals(epoch) && (operation.baseRev() > 0 || past.isAnyOf(operation.streamId()));
    }

    private boolean delete(Past past, Operation operation) {
        if (past.deleted) {
            return false;
        }
        boolean sawAll = baseIsKnown(past, operation)
                && operation.baseRev() <= past.rev
                && !past.othersWrote(null, operation.baseRev(), operation.streamId())
                && disputes.stream().noneMatch(any -> any.open && any.subject.equals(past.id));
        if (!sawAll) {
            add(past, WHOLE, past.json(), new Variant(idOf(operation), operation.streamId(), null)); // M9
            return true;
        }
        past.rev++; // M8
        past.deleted = true;
        past.writes.add(new Write(past.rev, WHOLE, operation.streamId()));
        return false;
    }

    private boolean changeOfDeleted(Past past, Operation operation) {
        Past would = new Past(past.id, past.kind);
        would.values.putAll(past.values);
        operation.groups().forEach((group, change) -> put(would, group, change.value()));
        add(past, WHOLE, null, new Variant(idOf(operation), operation.streamId(), would.json())); // M9
        return true;
    }

    private static String idOf(Operation operation) {
        return operation.streamId() + ":" + operation.opSeq();
    }

    private @Nullable Dispute openOn(RecordId subject, String group) {
        return disputes.stream()
                .filter(any -> any.open && any.subject.equals(subject) && any.group.equals(group))
                .findFirst()
                .orElse(null);
    }

    /** The value that stands, as a variant. */
    private static Variant standing(Past past, String group, @Nullable String value) {
        Write last = past.lastOf(group);
        return last == null
                ? new Variant("r" + past.rev, null, value)
                : new Variant("r" + last.rev(), last.by(), value);
    }

    /** M5 and M6: a variant more, or another of the same stream. */
    private void add(Past past, String group, @Nullable String current, Variant mine) {
        Dispute open = openOn(past.id, group);
        if (open == null) {
            open = new Dispute(past.id, group);
            open.variants.add(standing(past, group, current));
            disputes.add(open);
        } else {
            Variant first = open.variants.get(0);
            open.variants.removeIf(any -> !any.equals(first) && Objects.equals(any.by(), mine.by()));
        }
        open.variants.add(mine);
    }

    /** M7: the new value is current and first. */
    private void moveOn(Past past, String group, @Nullable String value, StreamId author) {
        Dispute open = openOn(past.id, group);
        if (open != null) {
            open.variants.removeIf(any -> author.equals(any.by()));
            open.variants.add(0, new Variant("r" + past.rev, author, value));
            open.open = open.variants.size() > 1;
        }
    }

    private void agree(Past past, String group, StreamId author) {
        Dispute open = openOn(past.id, group);
        if (open != null) {
            Variant first = open.variants.get(0);
            if (open.variants.removeIf(any -> !any.equals(first) && author.equals(any.by()))) {
                open.open = open.variants.size() > 1;
            }
        }
    }

    /** It was deleted long ago: of its contents nothing is left, but that it was there is known for good. */
    void purged(RecordId id) {
        Past past = records.get(id);
        if (past != null && past.deleted) {
            past.values.clear();
        }
    }

    /** Gives the server's names to disputes: only a settlement needs them. */
    private void recognise(Collection<RecordRow> conflicts) {
        Set<RecordId> known = new HashSet<>();
        disputes.forEach(any -> known.add(any.id));
        conflicts.stream()
                .filter(row -> !known.contains(row.id()))
                .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                .forEach(row -> {
                    Conflict.Subject subject = row.groups().as(Conflict.class).subject();
                    disputes.stream()
                            .filter(any -> any.id == null
                                    && any.subject.equals(subject.recordId())
                                    && any.group.equals(subject.group()))
                            .findFirst()
                            .ifPresent(any -> any.id = row.id());
                });
    }

    private boolean settle(Operation operation) {
        Dispute dispute = disputes.stream()
                .filter(any -> operation.recordId().equals(any.id))
                .findFirst()
                .orElseThrow(
                        () -> new Violation("a conflict exists exactly when the oracle says so", "an unknown one"));
        Past past = records.get(dispute.subject);
        Settlement settlement =
                Wire.read(Settlement.class, operation.groups().get("settlement").value());
        boolean whole = dispute.group.equals(WHOLE);
        String current = whole ? (past.deleted ? null : past.json()) : past.values.get(dispute.group);
        if (!dispute.open) {
            return settleAgain(dispute, past, current, settlement, operation);
        }
        List<Variant> unseen = new ArrayList<>(dispute.variants);
        unseen.removeIf(any -> settlement.seen().contains(any.id()));
        past.rev++;
        past.writes.add(new Write(past.rev, dispute.group, operation.streamId()));
        if (whole) {
            settleWhole(past, settlement.value(), operation.streamId());
        } else {
            put(past, dispute.group, settlement.value());
        }
        dispute.open = !unseen.isEmpty();
        if (dispute.open) {
            dispute.variants = new ArrayList<>(List.of(standing(past, dispute.group, settlement.value())));
            dispute.variants.addAll(unseen);
        }
        return dispute.open;
    }

    private static void settleWhole(Past past, @Nullable String value, StreamId by) {
        past.deleted = value == null;
        if (value != null) {
            past.values.clear();
            past.values.putAll(Groups.parse(value).byName());
        }
        past.values.keySet().forEach(group -> past.writes.add(new Write(past.rev, group, by)));
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

    List<Dispute> openDisputes() {
        return disputes.stream().filter(any -> any.open).toList();
    }

    /** Whether it says of a record what the server says. */
    boolean agrees(RecordRow row) {
        Past past = records.get(row.id());
        boolean isDocument = row.kind().equals(RecordKind.DOCUMENT.code()); // that it is held is the service's to say
        if (past == null || past.deleted != row.deleted() || (past.rev != row.rev() && !isDocument)) {
            return false;
        }
        Map<String, String> server = new HashMap<>(row.groups().byName());
        server.remove(Document.Custody.GROUP);
        boolean isOpened = past.maker != null && past.kind.equals(RecordKind.DOSSIER.code());
        return server.keySet().equals(past.values.keySet())
                && server.keySet().stream()
                        .filter(group -> !isOpened || !group.equals(Dossier.Status.GROUP)) // its day is the service's
                        .allMatch(group -> Groups.sameValue(server.get(group), past.values.get(group)));
    }

    String says(RecordId id) {
        Past past = records.get(id);
        return past == null ? "nothing" : "rev " + past.rev + (past.deleted ? " deleted " : " ") + past.json();
    }
}
