package org.tournee.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tournee.document.Document;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateEnd;
import org.tournee.request.Request;
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
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/**
 * What must become of operations, told one after another by the cases M1 to M15 of {@code docs/sync.md} as somebody
 * would who keeps the whole history and is in no hurry. It shares no rule with the server.
 */
final class Oracle {

    private static final String WHOLE = Conflict.Subject.WHOLE_RECORD;

    private final Map<RecordId, Past> records = new LinkedHashMap<>();
    private final DossierMoves moves = new DossierMoves(records);
    private final Disputes disputes = new Disputes();
    private final HangingOracle hanging = new HangingOracle(records, disputes);
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

    /**
     * What must become of an operation that nothing forbids.
     *
     * @param conflicts the conflicts that the server has, to know which is which
     * @param now the epoch in which the server took it in
     * @return whether it must be a conflict
     */
    boolean take(Operation operation, Collection<RecordRow> conflicts, String now) {
        epoch = now;
        boolean conflict = take(moves.aimed(operation), operation.dossierId(), conflicts);
        hanging.look();
        return conflict;
    }

    private boolean take(Operation operation, DossierId sentFor, Collection<RecordRow> conflicts) {
        if (operation.action() == Action.SETTLE) {
            disputes.recognise(conflicts);
            Disputes.Dispute dispute = disputes.settledBy(operation);
            return disputes.settle(dispute, records.get(dispute.subject()), operation);
        }
        Past past = records.get(operation.recordId());
        if (past == null) {
            create(operation, sentFor);
            return false;
        }
        if (past.kind.equals(RecordKind.CONTACT.code())
                || DossierOpening.is(operation)
                || isInsertedAgain(past, operation)) {
            return false; // identical inserts are there once
        }
        if (operation.action() == Action.DELETE) {
            return delete(past, operation);
        }
        return past.deleted ? changeOfDeleted(past, operation) : change(past, operation);
    }

    /** M12, M14: whether what is asked for is done, or stands already; else the command came too late. */
    boolean command(Operation sent, String now) {
        epoch = now;
        Operation operation = moves.aimed(sent);
        Past past = records.get(operation.recordId());
        if (past.deleted) {
            return false;
        }
        Command command = Command.of(operation).orElseThrow();
        return MandateEnd.of(command)
                .map(end -> end(past, end, operation.streamId()))
                .orElseGet(() ->
                        audience(past, AudienceChange.of(command).orElseThrow().asked(), operation));
    }

    /** M14. */
    private boolean end(Past past, MandateEnd asked, StreamId author) {
        Mandate.Term term = Wire.read(Mandate.Term.class, past.values.get(MandateEnd.GROUP));
        LocalDate end = asked.lastDay().plusDays(1);
        if (end.equals(term.end())) {
            return true;
        }
        if (!Objects.equals(term.end(), asked.expected())) {
            return false;
        }
        String value = Wire.json(new Mandate.Term(term.start(), end));
        past.write(MandateEnd.GROUP, value, author);
        disputes.moveOn(past, MandateEnd.GROUP, value, author);
        return true;
    }

    /** M12. */
    private boolean audience(Past past, Audience asked, Operation operation) {
        if (past.audience == asked) {
            return true;
        }
        boolean sawAll = operation.epoch().equals(epoch)
                && operation.baseRev() <= past.rev
                && !past.othersWrote(null, operation.baseRev(), operation.streamId())
                && !disputes.anyOn(past.id);
        if (asked == Audience.SERVICE && !sawAll) {
            return false; // nobody shows to more people what they did not see
        }
        past.audience = asked;
        past.mark(AudienceChange.NAME, operation.streamId());
        hanging.look();
        return true;
    }

    /** What stands disputed. */
    Disputes disputes() {
        return disputes;
    }

    /** Two dossiers are one. */
    void merged(DossierId kept, DossierId merged, Map<RecordId, RecordId> samePersons) {
        moves.merged(kept, merged, samePersons);
        hanging.look();
        segments.merged(kept, merged);
    }

    /** They are two again. */
    void separated(DossierId merged) {
        moves.separated(merged);
        hanging.look();
    }

    /** Nothing is left of a dossier. */
    void erased(DossierId dossier) {
        moves.erased(dossier, disputes::erase).forEach(segments::erased);
    }

    /** The dossiers that were erased. */
    Set<DossierId> erased() {
        return moves.erased();
    }

    /** Where dossiers stand in their segments. */
    SegmentOracle segments() {
        return segments;
    }

    /** Whether its record is in another dossier by now than the one that its author saw it in. */
    boolean isElsewhere(Operation operation) {
        Operation aimed = moves.aimed(operation);
        Past past = records.get(aimed.recordId());
        return past != null && !aimed.dossierId().equals(past.dossier);
    }

    /** Whether not everybody of the service reads it. */
    boolean isRestricted(RecordId id) {
        Past past = records.get(moves.end(id));
        return past != null && past.audience == Audience.RESTRICTED;
    }

    private void create(Operation operation, DossierId sentFor) {
        Past past = new Past(operation.recordId(), operation.kind());
        operation.groups().forEach((group, change) -> past.writeAgain(group, change.value(), operation.streamId()));
        past.first = new LinkedHashMap<>(past.values);
        past.maker = operation.streamId();
        past.dossier = operation.dossierId();
        past.madeFor = sentFor;
        past.audience = operation.audience() == null ? Audience.SERVICE : operation.audience();
        records.put(past.id, past);
        hanging.wrote(past, operation, false); // M10
    }

    /** M13: whether one of its steps is none any more on the request as it stands. */
    boolean refuses(Operation sent) {
        Operation operation = moves.aimed(sent);
        Past past = records.get(operation.recordId());
        return past != null
                && !past.deleted
                && steps(past, operation)
                        .filter(steps -> steps.fate() == HandlingOracle.Fate.REFUSED)
                        .isPresent();
    }

    private static Optional<HandlingOracle> steps(Past past, Operation operation) {
        GroupChange change = operation.groups().get(Request.Handling.GROUP);
        boolean isChange = operation.action() == Action.CHANGE && past.kind.equals(RecordKind.REQUEST.code());
        return change == null || !isChange
                ? Optional.empty()
                : Optional.of(new HandlingOracle(
                        past.values.get("demand"),
                        change.base(),
                        change.value(),
                        past.values.get(Request.Handling.GROUP)));
    }

    /** What is to be written: of steps on a request, the form with those of others beside them. */
    private static @Nullable String value(Optional<HandlingOracle> steps, String group, Operation operation) {
        return steps.filter(form -> group.equals(Request.Handling.GROUP) && form.fate() == HandlingOracle.Fate.STANDS)
                .map(HandlingOracle::json)
                .orElseGet(() -> operation.groups().get(group).value());
    }

    private boolean change(Past past, Operation operation) {
        StreamId author = operation.streamId();
        Optional<HandlingOracle> steps = steps(past, operation);
        boolean any = false;
        List<String> standing = new ArrayList<>();
        List<String> clashing = new ArrayList<>();
        boolean sawLast = operation.epoch().equals(epoch) && operation.baseRev() == past.rev;
        for (Map.Entry<String, GroupChange> each : operation.groups().entrySet()) {
            String group = each.getKey();
            String current = past.values.get(group);
            String value = value(steps, group, operation);
            if (Groups.sameValue(current, value)) {
                disputes.agree(past, group, author); // M2
            } else if (stands(past, group, each.getValue(), operation, steps)) {
                standing.add(group); // M1, M4, M13
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
            past.writeAgain(group, value(steps, group, operation), author);
        }
        standing.forEach(group -> disputes.moveOn(past, group, value(steps, group, operation), author));
        if (!standing.isEmpty()) {
            hanging.wrote(past, operation, sawLast); // M10
        }
        clashing.forEach(group -> disputes.add(
                past,
                group,
                before.get(group),
                new Disputes.Variant(
                        Disputes.idOf(operation),
                        author,
                        operation.groups().get(group).value())));
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

    private boolean stands(
            Past past, String group, GroupChange change, Operation operation, Optional<HandlingOracle> steps) {
        if (group.equals(Request.Handling.GROUP)) {
            HandlingOracle.Fate fate = steps.map(HandlingOracle::fate).orElse(HandlingOracle.Fate.CORRECTED);
            if (fate != HandlingOracle.Fate.CORRECTED) {
                return fate == HandlingOracle.Fate.STANDS;
            }
        }
        Past.Write last = past.lastOf(group);
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
                && !disputes.anyOn(past.id)
                && !hanging.othersHungOn(past, operation);
        if (!sawAll) {
            disputes.add(
                    past,
                    WHOLE,
                    past.json(),
                    new Disputes.Variant(Disputes.idOf(operation), operation.streamId(), null)); // M9, M10
            return true;
        }
        past.mark(WHOLE, operation.streamId()); // M8
        past.deleted = true;
        return false;
    }

    private boolean changeOfDeleted(Past past, Operation operation) {
        Past would = new Past(past.id, past.kind);
        would.values.putAll(past.values);
        operation.groups().forEach((group, change) -> would.put(group, change.value()));
        disputes.add(
                past,
                WHOLE,
                null,
                new Disputes.Variant(Disputes.idOf(operation), operation.streamId(), would.json())); // M9
        return true;
    }

    /** It was deleted long ago: of its contents nothing is left, but that it was there is known for good. */
    void purged(RecordId id) {
        Past past = records.get(id);
        if (past != null && past.deleted) {
            past.values.clear();
        }
    }

    /** The service says of a document that it holds it: a revision that no worker wrote (M15). */
    void held(RecordId id) {
        Past past = records.get(id);
        if (past != null && !past.held) {
            past.held = true;
            past.rev++;
        }
    }

    /** Whether it says of a record what the server says. */
    boolean agrees(RecordRow row) {
        Past past = records.get(row.id());
        if (past == null || past.deleted != row.deleted() || past.rev != row.rev()) {
            return false;
        }
        Map<String, String> server = new HashMap<>(row.groups().byName());
        server.remove(Document.Custody.GROUP); // that it is held is the service's to say
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
