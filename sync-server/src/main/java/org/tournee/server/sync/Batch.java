package org.tournee.server.sync;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.conflict.ConflictSubjects;
import org.tournee.server.store.Keyring;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.SealingKey;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.Streams;
import org.tournee.server.store.TemporaryFailure;
import org.tournee.server.store.Workspace;
import org.tournee.server.store.WorkspaceStore;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.StreamId;

/**
 * One transaction of the database: locks the stream, logs, locks the buckets, judges, writes. It takes one transaction
 * of the phone or several in a row; each of them is all or nothing in any case.
 */
@Singleton
class Batch {

    private static final int TRIES = 2;

    /** What came of it. */
    sealed interface Result {}

    /** The outcomes of all lines, in their order, and the last operation that the server holds of the stream now. */
    record Done(List<Outcome> outcomes, long lastOpSeq) implements Result {}

    /** Nothing was taken: the lines do not fit the stream there. */
    record Refused(PushResult result, Optional<Line> line) implements Result {}

    private final Streams streams;
    private final OperationLog log;
    private final Keyring keyring;
    private final RecordTable records;
    private final ConflictSubjects conflicts;
    private final WorkspaceStore workspaces;
    private final SurroundingsReader surroundings;

    Batch(
            Streams streams,
            OperationLog log,
            Keyring keyring,
            RecordTable records,
            ConflictSubjects conflicts,
            WorkspaceStore workspaces,
            SurroundingsReader surroundings) {
        this.streams = streams;
        this.log = log;
        this.keyring = keyring;
        this.records = records;
        this.conflicts = conflicts;
        this.workspaces = workspaces;
        this.surroundings = surroundings;
    }

    /**
     * Takes the groups in.
     *
     * @param patient whether what fails for good is tried again and then given back; else the failure is thrown, and
     *     nothing was taken
     */
    Result take(
            Connection connection,
            OrganisationId organisation,
            StreamId id,
            List<TxGroup> groups,
            Instant at,
            boolean patient)
            throws SQLException {
        StreamRow stream = streams.lock(connection, organisation, id).orElse(null);
        if (stream == null) {
            return new Refused(new PushResult.UnknownStream(), Optional.empty());
        }
        if (stream.state() != StreamRow.State.ACTIVE) {
            boolean frozen = stream.state() == StreamRow.State.FROZEN;
            return new Refused(new PushResult.Closed(id, frozen), Optional.empty());
        }
        List<Line> lines =
                groups.stream().flatMap(group -> group.lines().stream()).toList();
        Map<Long, OperationLog.Held> held = held(connection, stream, lines);
        Optional<Refused> misfit = StreamFit.misfit(stream, lines, held);
        if (misfit.isPresent()) {
            return misfit.get();
        }
        List<TxGroup> fresh = StreamFit.fresh(groups, stream.lastOpSeq());
        List<Outcome> outcomes = new ArrayList<>();
        for (Line line : lines) {
            OperationLog.Held known = held.get(line.opSeq());
            if (known != null) {
                outcomes.add(known.outcome());
            }
        }
        if (!fresh.isEmpty()) {
            outcomes.addAll(takeFresh(connection, stream, fresh, at, patient));
        }
        long last = Math.max(stream.lastOpSeq(), lines.get(lines.size() - 1).opSeq());
        return new Done(outcomes, last);
    }

    private List<Outcome> takeFresh(
            Connection connection, StreamRow stream, List<TxGroup> groups, Instant at, boolean patient)
            throws SQLException {
        OrganisationId organisation = stream.organisation();
        List<Line> lines =
                groups.stream().flatMap(group -> group.lines().stream()).toList();
        Map<UUID, SealingKey> keys = keys(connection, stream, lines);
        List<OperationLog.Entry> entries = entries(stream, lines, keys);
        List<Outcome> outcomes;
        if (patient) {
            log.insert(connection, organisation, stream.id(), entries, at);
            outcomes = judgePatiently(connection, stream, groups, keys.keySet(), at);
            log.decide(connection, organisation, stream.id(), outcomes);
        } else {
            // Whatever fails here undoes all of it, and it is taken again patiently: one statement does for the log.
            outcomes = judge(connection, stream, groups, keys.keySet(), at, false);
            Map<Long, Outcome> known = new HashMap<>();
            outcomes.forEach(outcome -> known.put(outcome.opSeq(), outcome));
            log.insert(connection, organisation, stream.id(), entries, known, at);
        }
        Line last = lines.get(lines.size() - 1);
        streams.advance(connection, organisation, stream.id(), last.opSeq(), last.hash(), at);
        return outcomes;
    }

    /** Tries more than once after a savepoint; what fails for good comes back to its author. */
    private List<Outcome> judgePatiently(
            Connection connection, StreamRow stream, List<TxGroup> groups, Set<UUID> known, Instant at)
            throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return judge(connection, stream, groups, known, at, false);
            } catch (SQLException | RuntimeException e) {
                if (TemporaryFailure.is(e)) {
                    throw e;
                }
                connection.rollback(savepoint);
                Failures.note(stream, groups, attempt, e);
            }
        }
        return judge(connection, stream, groups, known, at, true);
    }

    private List<Outcome> judge(
            Connection connection,
            StreamRow stream,
            List<TxGroup> groups,
            Set<UUID> known,
            Instant at,
            boolean giveBack)
            throws SQLException {
        List<Operation> operations = operations(groups);
        Set<DossierId> dossiers = operations.stream()
                .map(Operation::dossierId)
                .filter(dossier -> known.contains(dossier.value()))
                .collect(Collectors.toSet());
        Workspace workspace = new Workspace(at);
        load(connection, stream, workspace, operations, dossiers);
        Surroundings around = surroundings.read(connection, stream, workspace, operations, dossiers, at);
        GroupJudge judge = new GroupJudge(workspace, around);
        List<Outcome> outcomes = new ArrayList<>();
        for (TxGroup group : groups) {
            outcomes.addAll(giveBack ? judge.giveBack(group) : judge.take(group));
        }
        workspaces.flush(connection, stream.organisation(), workspace);
        return outcomes;
    }

    /** A record never changes its bucket, so that its bucket can be looked up before the lock. */
    private void load(
            Connection connection,
            StreamRow stream,
            Workspace workspace,
            List<Operation> operations,
            Set<DossierId> dossiers)
            throws SQLException {
        OrganisationId organisation = stream.organisation();
        Set<RecordId> ids = operations.stream().map(Operation::recordId).collect(Collectors.toSet());
        Set<RecordId> settled = operations.stream()
                .filter(operation -> operation.action() == Action.SETTLE)
                .map(Operation::recordId)
                .collect(Collectors.toSet());
        if (!settled.isEmpty()) {
            ids.addAll(conflicts.of(connection, organisation, settled));
        }
        Map<RecordId, BucketId> known = ids.isEmpty() ? Map.of() : records.buckets(connection, organisation, ids);
        Set<BucketId> buckets = new HashSet<>(known.values());
        buckets.add(BucketId.worker(stream.worker()));
        for (Operation operation : operations) {
            if (operation.action() == Action.CREATE
                    && dossiers.contains(operation.dossierId())
                    && isWritten(operation.kind())) {
                Audience audience = operation.audience() == null ? Audience.SERVICE : operation.audience();
                buckets.add(BucketId.of(operation.dossierId(), audience, stream.worker()));
            }
        }
        workspaces.load(connection, organisation, workspace, buckets, known.keySet());
    }

    private static boolean isWritten(String kind) {
        return RecordKind.ofCode(kind)
                .filter(known -> known.writing() != RecordKind.Writing.SERVER)
                .isPresent();
    }

    private Map<Long, OperationLog.Held> held(Connection connection, StreamRow stream, List<Line> lines)
            throws SQLException {
        List<Long> seen = lines.stream()
                .map(Line::opSeq)
                .filter(seq -> seq <= stream.lastOpSeq())
                .toList();
        return seen.isEmpty() ? Map.of() : log.held(connection, stream.organisation(), stream.id(), seen);
    }

    private Map<UUID, SealingKey> keys(Connection connection, StreamRow stream, List<Line> lines) throws SQLException {
        Set<UUID> owners = new HashSet<>();
        owners.add(stream.worker().value());
        for (Line line : lines) {
            Operation operation = line.operation();
            if (operation != null) {
                owners.add(operation.dossierId().value());
            }
        }
        Map<UUID, SealingKey> keys = keyring.find(connection, stream.organisation(), owners);
        UUID own = stream.worker().value();
        if (!keys.containsKey(own)) {
            keys.putAll(keyring.make(connection, stream.organisation(), Set.of(own)));
        }
        return keys;
    }

    private static List<OperationLog.Entry> entries(StreamRow stream, List<Line> lines, Map<UUID, SealingKey> keys) {
        SealingKey own = Objects.requireNonNull(keys.get(stream.worker().value()), "A worker has a key");
        List<OperationLog.Entry> entries = new ArrayList<>();
        for (Line line : lines) {
            Operation operation = line.operation();
            SealingKey key =
                    operation == null ? null : keys.get(operation.dossierId().value());
            entries.add(new OperationLog.Entry(line, key == null ? own : key));
        }
        return entries;
    }

    private static List<Operation> operations(List<TxGroup> groups) {
        List<Operation> operations = new ArrayList<>();
        for (TxGroup group : groups) {
            for (Line line : group.lines()) {
                Operation operation = line.operation();
                if (operation != null) {
                    operations.add(operation);
                }
            }
        }
        return operations;
    }
}
