package org.tournee.server.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tournee.dossier.DossierId;
import org.tournee.server.store.IdSource;
import org.tournee.server.store.MovedMeanwhile;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.TemporaryFailure;
import org.tournee.server.store.Workspace;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.RecordParents;
import org.tournee.sync.StreamId;

/**
 * One transaction of the ledger: locks the stream, logs, locks the buckets, judges, writes. It takes one transaction
 * of the phone or several in a row; each of them is all or nothing in any case.
 */
class Batch {

    private static final int TRIES = 2;

    /** What came of it. */
    sealed interface Result {}

    /** The outcomes of all lines, in their order, and the stream as it is now. */
    record Done(List<Outcome> outcomes, StreamRow stream) implements Result {}

    /** Nothing was taken: the lines do not fit the stream there. */
    record Refused(PushResult result, Optional<Line> line) implements Result {}

    private final SyncTransaction transaction;
    private final IdSource ids;
    private final PhoneClaim claim;
    private final Instant at;
    private final long seen;
    private final boolean again;

    /**
     * One transaction.
     *
     * @param at when the server received what it takes
     * @param seen the last operation that was held when its lines were put in their places
     * @param again whether somebody was in the way before: what is created may be there already, and anywhere
     */
    Batch(SyncTransaction transaction, IdSource ids, PhoneClaim claim, Instant at, long seen, boolean again) {
        this.transaction = transaction;
        this.ids = ids;
        this.claim = claim;
        this.at = at;
        this.seen = seen;
        this.again = again;
    }

    /**
     * Takes the groups in.
     *
     * @param patient whether what fails for good is tried again and then given back; else the failure is thrown, and
     *     nothing was taken
     */
    Result take(StreamId id, List<TxGroup> groups, boolean patient) {
        StreamRow locked = transaction.lockStream(id).orElse(null);
        if (locked == null) {
            return new Refused(new PushResult.UnknownStream(), Optional.empty());
        }
        if (locked.state() != StreamRow.State.ACTIVE && !claim.evenClosed()) {
            boolean frozen = locked.state() == StreamRow.State.FROZEN;
            return new Refused(new PushResult.Closed(id, frozen), Optional.empty());
        }
        List<Line> lines = lines(groups);
        StreamRow stream = resumed(locked, lines.get(0));
        Map<Long, HeldOperation> held = held(stream, lines);
        Optional<Refused> misfit = StreamFit.misfit(stream, lines, held, seen);
        if (misfit.isPresent()) {
            return misfit.get();
        }
        List<TxGroup> fresh = StreamFit.fresh(groups, stream.lastOpSeq());
        List<Outcome> outcomes = new ArrayList<>();
        for (Line line : lines) {
            HeldOperation known = held.get(line.opSeq());
            if (known != null) {
                outcomes.add(known.outcome());
            }
        }
        if (!fresh.isEmpty()) {
            outcomes.addAll(takeFresh(stream, fresh, patient));
        }
        Line last = lines.get(lines.size() - 1);
        return new Done(outcomes, last.opSeq() > stream.lastOpSeq() ? stream.at(last.opSeq(), last.hash()) : stream);
    }

    /** Where the phone says that nobody has the operations before this one any more, the stream goes on from it. */
    private StreamRow resumed(StreamRow stream, Line first) {
        Line.Frame frame = first.frame();
        if (frame == null || first.opSeq() != claim.resumeFrom() || first.opSeq() <= stream.lastOpSeq() + 1) {
            return stream;
        }
        if (!claim.evenClosed()) {
            transaction.requireReplayed(); // the replay itself goes on behind what the archive lacks
        }
        transaction.noteGap(stream, stream.lastOpSeq() + 1, first.opSeq() - 1, at);
        return stream.at(first.opSeq() - 1, frame.prevHash());
    }

    private List<Outcome> takeFresh(StreamRow stream, List<TxGroup> groups, boolean patient) {
        List<Line> lines = lines(groups);
        List<Operation> operations = operations(lines);
        // Opened before it is asked what exists: what a copy of the phone opens between the two exists then.
        Set<DossierId> openings = Openings.begin(transaction, stream, operations);
        Set<DossierId> dossiers = transaction.existing(
                stream, operations.stream().map(Operation::dossierId).collect(Collectors.toSet()));
        ErasedGroups erased = ErasedGroups.of(transaction, groups, dossiers);
        List<TxGroup> living = erased.living();
        List<Outcome> outcomes = new ArrayList<>(erased.outcomes().values());
        if (patient) {
            transaction.log(stream, lines, erased.outcomes(), at);
            outcomes.addAll(living.isEmpty() ? List.of() : judgePatiently(stream, living, dossiers, openings));
            transaction.decide(stream.id(), outcomes);
        } else {
            // Whatever fails here undoes all of it, and it is taken again patiently: one statement does for the log.
            transaction.logSoon(stream, lines);
            outcomes.addAll(living.isEmpty() ? List.of() : judge(stream, living, dossiers, openings, false));
            Map<Long, Outcome> known = new HashMap<>();
            outcomes.forEach(outcome -> known.put(outcome.opSeq(), outcome));
            transaction.log(stream, lines, known, at);
        }
        erased.audit(transaction, stream, at);
        outcomes.sort(Comparator.comparingLong(Outcome::opSeq));
        Line last = lines.get(lines.size() - 1);
        transaction.advance(stream.id(), last.opSeq(), last.hash(), at);
        return outcomes;
    }

    /** Tries more than once after a savepoint; what fails for good comes back to its author. */
    private List<Outcome> judgePatiently(
            StreamRow stream, List<TxGroup> groups, Set<DossierId> dossiers, Set<DossierId> openings) {
        SyncTransaction.Savepoint savepoint = transaction.savepoint();
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return judge(stream, groups, dossiers, openings, false);
            } catch (RuntimeException e) {
                if (TemporaryFailure.is(e)) {
                    throw e;
                }
                savepoint.rollback();
                Failures.note(stream, groups, attempt, e);
            }
        }
        return judge(stream, groups, dossiers, openings, true);
    }

    private List<Outcome> judge(
            StreamRow stream, List<TxGroup> sent, Set<DossierId> named, Set<DossierId> openings, boolean giveBack) {
        Redirects redirects = Redirects.of(transaction, sent);
        List<TxGroup> groups = redirects.aim(sent);
        List<Operation> operations = operations(lines(groups));
        Set<DossierId> dossiers = redirects.aim(named);
        Workspace workspace = new Workspace(at, ids);
        load(stream, workspace, operations, dossiers, openings);
        if (!Redirects.of(transaction, sent).equals(redirects)) {
            throw MovedMeanwhile.failure();
        }
        Surroundings around =
                Surroundings.read(transaction, stream, workspace, operations, dossiers, openings, named, redirects);
        GroupJudge judge = new GroupJudge(workspace, around);
        List<Outcome> outcomes = new ArrayList<>();
        for (TxGroup group : groups) {
            outcomes.addAll(giveBack ? judge.giveBack(group) : judge.take(group));
        }
        Set<DossierId> opened = Openings.done(openings, workspace);
        if (!opened.isEmpty()) {
            transaction.give(stream.worker(), opened, at);
        }
        transaction.flush(workspace);
        return outcomes;
    }

    /**
     * Buckets are looked up before the lock, and everything is read under it: a record may have moved meanwhile, and one
     * that was not there before may have been made, by a copy of the same phone. What is created is taken to be nowhere
     * but in the bucket that it is created in, until it is met elsewhere.
     */
    private void load(
            StreamRow stream,
            Workspace workspace,
            List<Operation> operations,
            Set<DossierId> dossiers,
            Set<DossierId> openings) {
        Set<RecordId> named = operations.stream().map(Operation::recordId).collect(Collectors.toSet());
        Set<RecordId> settled = operations.stream()
                .filter(operation -> operation.action() == Action.SETTLE)
                .map(Operation::recordId)
                .collect(Collectors.toSet());
        if (!settled.isEmpty()) {
            named.addAll(transaction.conflictSubjects(settled));
        }
        named.addAll(Family.parentsIn(operations));
        named.addAll(relatives(operations));
        openings.stream().flatMap(Openings::added).forEach(named::add);
        CommandScope commands = CommandScope.of(transaction, operations, dossiers);
        named.addAll(commands.records());
        Map<RecordId, BucketId> known =
                named.isEmpty() ? Map.of() : transaction.buckets(again ? named : without(created(operations), named));
        Set<BucketId> buckets = new HashSet<>(known.values());
        buckets.add(BucketId.worker(stream.worker()));
        buckets.addAll(commands.buckets());
        // Whoever begins or ends a term, or erases a dossier, holds this head: nothing slips past them.
        dossiers.forEach(dossier -> buckets.add(BucketId.service(dossier)));
        for (Operation operation : operations) {
            if (operation.action() == Action.CREATE
                    && dossiers.contains(operation.dossierId())
                    && isWritten(operation.kind())) {
                Audience audience = operation.audience() == null ? Audience.SERVICE : operation.audience();
                buckets.add(BucketId.of(operation.dossierId(), audience, stream.worker()));
            }
        }
        transaction.load(workspace, buckets, named);
        if (!dossiers.isEmpty() && !transaction.erased(dossiers).isEmpty()) {
            throw MovedMeanwhile.failure();
        }
        if (commands.isLeftBehind(transaction)) {
            throw MovedMeanwhile.failure();
        }
        if (!named.containsAll(relatives(operations))) {
            throw MovedMeanwhile.failure(); // hung on what is deleted before its bucket was locked
        }
        for (RecordId id : named) {
            RecordRow row = workspace.record(id);
            if (row != null && !buckets.contains(row.bucket())) {
                throw MovedMeanwhile.failure();
            }
        }
    }

    private static Set<RecordId> created(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> operation.action() == Action.CREATE)
                .map(Operation::recordId)
                .collect(Collectors.toSet());
    }

    private static Set<RecordId> without(Set<RecordId> some, Set<RecordId> all) {
        Set<RecordId> left = new HashSet<>(all);
        left.removeAll(some);
        return left;
    }

    /** What hangs on deleted records, and what the changed ones hang on. */
    private Set<RecordId> relatives(List<Operation> operations) {
        Set<RecordId> deleted = new HashSet<>();
        Set<RecordId> changed = new HashSet<>();
        for (Operation operation : operations) {
            if (operation.action() == Action.DELETE) {
                deleted.add(operation.recordId());
            } else if (operation.action() == Action.CHANGE && RecordParents.mayHave(operation.kind())) {
                changed.add(operation.recordId());
            }
        }
        return deleted.isEmpty() && changed.isEmpty() ? Set.of() : transaction.relatives(deleted, changed);
    }

    private static boolean isWritten(String kind) {
        return RecordKind.ofCode(kind)
                .filter(known -> known.writing() != RecordKind.Writing.SERVER)
                .isPresent();
    }

    private Map<Long, HeldOperation> held(StreamRow stream, List<Line> lines) {
        List<Long> seen = lines.stream()
                .map(Line::opSeq)
                .filter(seq -> seq <= stream.lastOpSeq())
                .toList();
        return seen.isEmpty() ? Map.of() : transaction.held(stream.id(), seen);
    }

    private static List<Line> lines(List<TxGroup> groups) {
        return groups.stream().flatMap(group -> group.lines().stream()).toList();
    }

    private static List<Operation> operations(List<Line> lines) {
        List<Operation> operations = new ArrayList<>();
        for (Line line : lines) {
            Operation operation = line.operation();
            if (operation != null) {
                operations.add(operation);
            }
        }
        return operations;
    }
}
