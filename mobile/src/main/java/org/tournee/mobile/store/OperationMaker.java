package org.tournee.mobile.store;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Entry;
import org.tournee.dossier.StoredRecord;
import org.tournee.mobile.store.StoreException.Problem;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.AudienceChange;
import org.tournee.sync.BucketId;
import org.tournee.sync.DossierOpening;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Limits;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.RecordKind.Writing;
import org.tournee.sync.RecordParents;
import org.tournee.sync.RecordRules;
import org.tournee.sync.SeenChildren;
import org.tournee.sync.StreamId;
import org.tournee.sync.TxId;
import org.tournee.sync.Wire;
import org.tournee.workflow.PreparedStep;

/** Makes the operations of an edit: their bytes come into being here, once. */
final class OperationMaker {

    private static final int SALT_BYTES = 12;

    private final int schema;
    private final StreamId stream;
    private final SecureRandom random;
    private final TimeOrderedEpochFactory ids;

    /** @param schema in which this app writes */
    OperationMaker(StreamId stream, Clock clock, SecureRandom random, int schema) {
        this.schema = schema;
        this.stream = stream;
        this.random = random;
        this.ids = new TimeOrderedEpochFactory(random, clock);
    }

    /** What one change does, before it has a number. */
    private record Draft(
            Action action,
            RecordKind kind,
            RecordId record,
            @Nullable Audience audience,
            long baseRev,
            Map<String, GroupChange> groups) {}

    /**
     * The operations of an edit, in its order; none where nothing differs.
     *
     * @param chain where the stream stands
     * @throws StoreException TOO_LARGE where the edit exceeds the bounds of the protocol
     * @throws IllegalArgumentException for a kind that a phone may not write in that way
     */
    List<HeldOperation> make(Edit edit, Holdings holdings, String epoch, Chain chain, Instant now) {
        List<Draft> drafts = drafts(edit, holdings);
        if (drafts.size() > 1 && drafts.stream().anyMatch(draft -> draft.action() == Action.COMMAND)) {
            throw new IllegalArgumentException("A command stands alone");
        }
        if (drafts.size() > Limits.TX_OPERATIONS) {
            throw tooLarge("operations together");
        }
        long grant = holdings.bucket(BucketId.service(edit.dossier()))
                .map(HeldBucket::grantEpoch)
                .orElseGet(() -> isOpenedHere(edit, holdings) ? DossierOpening.GRANT_EPOCH : 0L);
        TxId tx = new TxId(ids.create());
        List<HeldOperation> made = new ArrayList<>();
        Chain last = chain;
        int size = 0;
        for (Draft draft : drafts) {
            Operation operation = new Operation(
                    stream,
                    last.lastSeq() + 1,
                    last.lastHash(),
                    tx,
                    made.size(),
                    drafts.size(),
                    draft.action(),
                    draft.kind().code(),
                    draft.record(),
                    edit.dossier(),
                    draft.audience(),
                    schema,
                    epoch,
                    grant,
                    draft.baseRev(),
                    draft.groups(),
                    now,
                    salt());
            byte[] bytes = OperationBytes.make(operation);
            size += bytes.length;
            if (bytes.length > Limits.OPERATION_BYTES || size > Limits.TX_BYTES) {
                throw tooLarge("bytes");
            }
            made.add(new HeldOperation(operation, new String(bytes, StandardCharsets.UTF_8), now, null, true));
            last = last.after(operation.opSeq(), OperationBytes.hash(bytes));
        }
        return made;
    }

    /** Whether the dossier is opened on this phone, now or before: the service gives it to whoever opened it. */
    private static boolean isOpenedHere(Edit edit, Holdings holdings) {
        RecordId own = DossierOpening.recordOf(edit.dossier());
        boolean now = edit.changes().stream()
                .anyMatch(change ->
                        change instanceof Edit.Create create && create.id().equals(own));
        return now || stored(own, holdings.dossiers().get(edit.dossier())) != null;
    }

    /**
     * Says again, in this stream, what operations of another said: the same records, changes, bases and moments, under
     * new numbers. Those of one transaction stay together.
     *
     * @param operations in their order
     * @param chain where this stream stands
     */
    List<HeldOperation> again(List<HeldOperation> operations, Chain chain) {
        List<HeldOperation> made = new ArrayList<>();
        Chain last = chain;
        for (List<HeldOperation> together : Succession.transactions(operations)) {
            for (int index = 0; index < together.size(); index++) {
                HeldOperation old = together.get(index);
                Operation said = old.operation();
                Operation operation = new Operation(
                        stream,
                        last.lastSeq() + 1,
                        last.lastHash(),
                        said.txId(),
                        index,
                        together.size(),
                        said.action(),
                        said.kind(),
                        said.recordId(),
                        said.dossierId(),
                        said.audience(),
                        said.schema(),
                        said.epoch(),
                        said.grantEpoch(),
                        said.baseRev(),
                        said.groups(),
                        said.occurredAt(),
                        salt());
                byte[] bytes = OperationBytes.make(operation);
                made.add(new HeldOperation(
                        operation, new String(bytes, StandardCharsets.UTF_8), old.savedAt(), null, true));
                last = last.after(operation.opSeq(), OperationBytes.hash(bytes));
            }
        }
        return made;
    }

    private static List<Draft> drafts(Edit edit, Holdings holdings) {
        Contents contents = holdings.dossiers().get(edit.dossier());
        List<Draft> drafts = new ArrayList<>();
        for (Edit.Change change : edit.changes()) {
            Draft draft = draft(change, contents);
            if (draft.action() != Action.CHANGE || !draft.groups().isEmpty()) {
                drafts.add(draft);
            }
        }
        return drafts;
    }

    /** Only a change of what is there already looks at what is there: a journal may be long. */
    private static Draft draft(Edit.Change change, @Nullable Contents contents) {
        if (change instanceof Edit.Create create) {
            refuse(create.kind(), Writing.SERVER);
            Map<String, GroupChange> groups = Groups.of(create.value()).changesSince(Groups.NONE);
            return new Draft(Action.CREATE, create.kind(), create.id(), create.audience(), 0, groups);
        }
        if (change instanceof Edit.Update update) {
            refuse(update.kind(), Writing.SERVER);
            refuse(update.kind(), Writing.JOURNAL);
            Entry<?> seen = update.seen();
            return new Draft(
                    Action.CHANGE, update.kind(), seen.id(), null, seen.rev(), changes(seen, update.after(), contents));
        }
        if (change instanceof Edit.Delete delete) {
            if (!RecordRules.isDeletable(delete.kind())) {
                throw new IllegalArgumentException("A phone does not delete " + delete.kind());
            }
            return new Draft(
                    Action.DELETE,
                    delete.kind(),
                    delete.seen().id(),
                    null,
                    delete.seen().rev(),
                    children(delete.seen().id(), seen(contents)));
        }
        if (change instanceof Edit.SetAudience ask) {
            Entry<?> seen = ask.seen();
            Map<String, GroupChange> asked =
                    AudienceChange.from(seen.audience()).asCommand().asGroups();
            return new Draft(Action.COMMAND, ask.kind(), seen.id(), null, seen.rev(), asked);
        }
        if (change instanceof Edit.Prepare prepare) {
            StoredRecord decision = stored(prepare.decision(), contents);
            long rev = decision == null ? 0 : decision.rev();
            Map<String, GroupChange> asked = prepare.step().asCommand().asGroups();
            return new Draft(Action.COMMAND, PreparedStep.KIND, prepare.decision(), null, rev, asked);
        }
        if (change instanceof Edit.EndMandate ask) {
            Map<String, GroupChange> asked = ask.end().asCommand().asGroups();
            return new Draft(
                    Action.COMMAND,
                    RecordKind.MANDATE,
                    ask.seen().id(),
                    null,
                    ask.seen().rev(),
                    asked);
        }
        Edit.Settle settle = (Edit.Settle) change;
        StoredRecord conflict = stored(settle.conflict(), contents);
        long rev = conflict == null ? 0 : conflict.rev();
        Map<String, GroupChange> settlement =
                Map.of(Overlay.SETTLEMENT, new GroupChange(null, Wire.json(settle.settlement())));
        return new Draft(Action.SETTLE, RecordKind.CONFLICT, settle.conflict(), null, rev, settlement);
    }

    /** What the worker saw hanging on a record that they delete. */
    private static Map<String, GroupChange> children(RecordId parent, List<StoredRecord> records) {
        Map<String, Long> revs = new LinkedHashMap<>();
        for (StoredRecord record : records) {
            if (RecordParents.of(record.kind(), record.groups()).contains(parent)) {
                revs.put(record.id().toString(), record.rev());
            }
        }
        return revs.isEmpty()
                ? Map.of()
                : Map.of(SeenChildren.GROUP, new GroupChange(null, Wire.json(new SeenChildren(revs))));
    }

    /** The groups that differ from what the worker saw; the base is what they saw. */
    private static Map<String, GroupChange> changes(Entry<?> seen, Object after, @Nullable Contents contents) {
        Map<String, GroupChange> changes = Groups.of(after).changesSince(Groups.of(seen.value()));
        StoredRecord record = stored(seen.id(), contents);
        if (record == null || changes.isEmpty()) {
            return changes;
        }
        Groups understood = understood(record, seen.value().getClass());
        Map<String, GroupChange> kept = new LinkedHashMap<>();
        changes.forEach((group, change) ->
                kept.put(group, KeptMembers.kept(change, record.groups().get(group), understood.get(group))));
        return kept;
    }

    private static Groups understood(StoredRecord record, Class<?> type) {
        try {
            return Groups.of(record.groups().as(type));
        } catch (MalformedException e) {
            return Groups.NONE; // changed into something that this version cannot read: the worker's own base stands
        }
    }

    private static @Nullable StoredRecord stored(RecordId id, @Nullable Contents contents) {
        for (StoredRecord record : seen(contents)) {
            if (record.id().equals(id)) {
                return record;
            }
        }
        return null;
    }

    private static List<StoredRecord> seen(@Nullable Contents contents) {
        return contents == null ? List.of() : contents.records();
    }

    private static void refuse(RecordKind kind, Writing writing) {
        if (kind.writing() == writing) {
            throw new IllegalArgumentException("A phone does not write " + kind + " in this way");
        }
    }

    private static StoreException tooLarge(String what) {
        return new StoreException(Problem.TOO_LARGE, new IllegalArgumentException("Too many " + what));
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Base64.getEncoder().encodeToString(salt);
    }
}
