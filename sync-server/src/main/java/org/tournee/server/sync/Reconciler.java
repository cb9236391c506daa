package org.tournee.server.sync;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.store.IdSource;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.TemporaryFailure;
import org.tournee.sync.Limits;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.StreamId;

/** Takes in the operations of a stream: deduplicates, logs, decides access and rules, merges. Rule: R-REC. */
@Singleton
public class Reconciler {

    /** Transactions of a phone share one of the database, and its wait for the disk, as far as a push goes. */
    private static final int BATCH_OPERATIONS = Limits.PUSH_OPERATIONS;

    private static final int TRIES = 4;

    private final SyncLedger ledger;
    private final IdSource ids;
    private final int schema;

    public Reconciler(SyncLedger ledger, IdSource ids) {
        this(ledger, ids, Operation.SCHEMA);
    }

    private Reconciler(SyncLedger ledger, IdSource ids, int schema) {
        this.ledger = ledger;
        this.ids = ids;
        this.schema = schema;
    }

    /** The same of an instance that knows no newer schema than that one. */
    Reconciler knowing(int newest) {
        return new Reconciler(ledger, ids, newest);
    }

    /** A push: the stream as it was found, what its phone says, and when the server received it. */
    private record Push(StreamRow stream, PhoneClaim claim, Instant at) {}

    /** Takes in operations of which nothing else is said: see {@link #push(OrganisationId, StreamId, PhoneClaim, List, Instant)}. */
    public PushResult push(OrganisationId organisation, StreamId stream, List<byte[]> lines, Instant receivedAt) {
        return push(organisation, stream, PhoneClaim.NONE, lines, receivedAt);
    }

    /**
     * Takes in operations.
     *
     * @param lines the exact bytes of each operation, in the order of the stream
     * @param receivedAt as the server's clock says
     * @throws RuntimeException when the database fails for the time being: some of the first operations may be held
     */
    public PushResult push(
            OrganisationId organisation, StreamId id, PhoneClaim claim, List<byte[]> lines, Instant receivedAt) {
        StreamRow stream =
                ledger.write(organisation, transaction -> transaction.stream(id).orElse(null));
        if (stream == null) {
            return new PushResult.UnknownStream();
        }
        if (stream.state() != StreamRow.State.ACTIVE && !claim.evenClosed()) {
            return new PushResult.Closed(id, stream.state() == StreamRow.State.FROZEN);
        }
        if (claim.showsALoss(stream)) {
            ledger.write(organisation, transaction -> transaction.mintEpoch(stream.epoch()));
        }
        Push push = new Push(stream, claim, receivedAt.truncatedTo(ChronoUnit.MICROS));
        List<Line> read = Intake.read(id, lines);
        return switch (Intake.sort(read, first(stream, read), schema)) {
            case Intake.Stopped stopped -> stop(push, stopped.result(), Optional.ofNullable(stopped.line()));
            case Intake.Sorted sorted -> take(push, sorted);
        };
    }

    /** Lines of which none can be read follow what is held, unless they are held themselves. */
    private long first(StreamRow stream, List<Line> lines) {
        OptionalLong told = Intake.firstOpSeq(lines);
        if (told.isPresent() || lines.isEmpty()) {
            return told.orElse(1);
        }
        OptionalLong held = ledger.write(
                stream.organisation(),
                transaction -> transaction.heldAs(stream.id(), lines.get(0).hash()));
        return held.orElse(stream.lastOpSeq() + 1);
    }

    private PushResult take(Push push, Intake.Sorted sorted) {
        if (sorted.groups().isEmpty() && sorted.newerSchema() > 0) {
            return new PushResult.SchemaNewer(sorted.newerSchema());
        }
        List<Outcome> outcomes = new ArrayList<>();
        StreamRow stream = push.stream();
        for (List<TxGroup> together : batches(sorted.groups())) {
            switch (takeTogether(push, together)) {
                case Batch.Refused refused -> {
                    return stop(push, refused.result(), refused.line());
                }
                case Batch.Done done -> {
                    outcomes.addAll(done.outcomes());
                    stream = done.stream();
                }
            }
        }
        return new PushResult.Held(stream.epoch(), stream.lastOpSeq(), stream.durableOpSeq(), outcomes);
    }

    /** Takes several transactions at once; if that fails for good, one by one, so that only the bad one comes back. */
    private Batch.Result takeTogether(Push push, List<TxGroup> groups) {
        try {
            return retrying(push, groups, false);
        } catch (RuntimeException e) {
            if (TemporaryFailure.is(e)) {
                throw e;
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        StreamRow stream = push.stream();
        for (TxGroup group : groups) {
            Batch.Result result = retrying(push, List.of(group), true);
            if (!(result instanceof Batch.Done done)) {
                return result;
            }
            outcomes.addAll(done.outcomes());
            stream = done.stream();
        }
        return new Batch.Done(outcomes, stream);
    }

    private Batch.Result retrying(Push push, List<TxGroup> groups, boolean patient) {
        for (int attempt = 1; ; attempt++) {
            boolean again = attempt > 1;
            try {
                return ledger.write(
                        push.stream().organisation(),
                        transaction -> new Batch(
                                        transaction,
                                        ids,
                                        push.claim(),
                                        push.at(),
                                        push.stream().lastOpSeq(),
                                        again)
                                .take(push.stream().id(), groups, patient));
            } catch (RuntimeException e) {
                if (attempt == TRIES || !TemporaryFailure.isContention(e)) {
                    throw e;
                }
            }
        }
    }

    private static List<List<TxGroup>> batches(List<TxGroup> groups) {
        List<List<TxGroup>> batches = new ArrayList<>();
        List<TxGroup> batch = new ArrayList<>();
        int operations = 0;
        for (TxGroup group : groups) {
            if (!batch.isEmpty() && operations + group.lines().size() > BATCH_OPERATIONS) {
                batches.add(batch);
                batch = new ArrayList<>();
                operations = 0;
            }
            batch.add(group);
            operations += group.lines().size();
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    /** A fork freezes the stream, and the bytes that do not fit are kept. */
    private PushResult stop(Push push, PushResult result, Optional<Line> line) {
        if (result instanceof PushResult.Forked
                && line.isPresent()
                && !push.claim().evenClosed()) {
            freeze(push.stream(), line.get(), push.at());
        }
        return result;
    }

    /** Of these lines keeps what the stream does not hold, and freezes it: they contradict what it holds. */
    void keepAsEvidence(OrganisationId organisation, StreamId id, long first, List<byte[]> lines, Instant at) {
        StreamRow stream =
                ledger.write(organisation, transaction -> transaction.stream(id).orElseThrow());
        List<Line> read = Intake.read(id, lines);
        for (int offset = 0; offset < read.size(); offset++) {
            Line line = read.get(offset).at(first + offset);
            boolean held = ledger.write(
                    organisation,
                    transaction -> transaction.heldAs(id, line.hash()).isPresent());
            if (!held) {
                freeze(stream, line, at);
            }
        }
    }

    private void freeze(StreamRow stream, Line line, Instant at) {
        ledger.write(stream.organisation(), transaction -> {
            transaction.freeze(stream, line, at);
            transaction.audit(List.of(new AuditEntry(
                    at, stream.worker(), stream.id(), AuditEntry.Act.FREEZE, null, null, "operation " + line.opSeq())));
            return null;
        });
    }
}
