package org.tournee.server.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.DecidedRecords;
import org.tournee.server.store.ErasedDossiers;
import org.tournee.server.store.Keyring;
import org.tournee.server.store.MasterKey;
import org.tournee.server.store.SealingKey;
import org.tournee.server.store.Withdrawals;
import org.tournee.server.sync.LostKeys;
import org.tournee.server.sync.PushResult;
import org.tournee.server.sync.Reconciler;
import org.tournee.server.sync.ReplayedOperations;
import org.tournee.sync.Groups;

/**
 * Brings a database that was set back to where the archive is: keys, then decisions and operations in the order in which
 * they took effect. Operations are taken in as from a phone, decisions are rows put in their place. Whatever the database
 * holds already changes nothing; a replay that was cut begins again.
 */
final class Replay {

    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final String RECORD = "record";

    private final Database database;
    private final Reconciler reconciler;
    private final Keyring keyring;
    private final MasterKey master;
    private final DecidedRecords records;
    private final LostKeys lostKeys;
    private final ErasedDossiers erased;

    Replay(
            Database database,
            Reconciler reconciler,
            Keyring keyring,
            MasterKey master,
            DecidedRecords records,
            LostKeys lostKeys,
            ErasedDossiers erased) {
        this.database = database;
        this.reconciler = reconciler;
        this.keyring = keyring;
        this.master = master;
        this.records = records;
        this.lostKeys = lostKeys;
        this.erased = erased;
    }

    /** Whether the database lacks any of the entries. */
    boolean lacksAny(List<ArchiveEntry> entries) {
        return database.read(connection -> {
            for (ArchiveEntry entry : entries) {
                if (!holds(connection, entry) && !isEvidence(connection, entry)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static boolean holds(Connection connection, ArchiveEntry entry) throws SQLException {
        return switch (entry) {
            case ArchiveEntry.Operation operation ->
                Sql.first(
                                connection,
                                "select 1 from operation_log where org_id = ? and stream_id = ? and op_seq = ? and hash = ?",
                                row -> true,
                                operation.organisation(),
                                operation.stream(),
                                operation.opSeq(),
                                operation.hash())
                        .isPresent();
            case ArchiveEntry.Decision decision ->
                Sql.first(
                                connection,
                                """
                                select 1 from decision where org_id = ? and decision_id = ?
                                union all select 1 from replayed_decision where org_id = ? and decision_id = ?""",
                                row -> true,
                                decision.organisation(),
                                decision.id(),
                                decision.organisation(),
                                decision.id())
                        .isPresent();
        };
    }

    /** Whether it contradicts what its stream holds: no replay takes it in. */
    private static boolean isEvidence(Connection connection, ArchiveEntry entry) throws SQLException {
        return entry instanceof ArchiveEntry.Operation operation
                && Sql.first(
                                connection,
                                "select 1 from fork_evidence where org_id = ? and stream_id = ? and op_seq = ? and hash = ?",
                                row -> true,
                                operation.organisation(),
                                operation.stream(),
                                operation.opSeq(),
                                operation.hash())
                        .isPresent();
    }

    /** Replays the entries. */
    void run(List<ArchiveEntry> entries, List<ArchiveStore.WrappedKey> keys) {
        List<ArchiveEntry> ordered = once(entries);
        ordered.sort(Comparator.comparingLong(ArchiveEntry::ordinal).thenComparingLong(Replay::opSeq));
        LOG.warn("Replaying {} entries of the archive", ordered.size());
        restoreKeys(keys);
        ReplayedOperations replayed = new ReplayedOperations(reconciler);
        for (int from = 0; from < ordered.size(); ) {
            int to = from + 1;
            if (ordered.get(from) instanceof ArchiveEntry.Operation first) {
                while (to < ordered.size() && isOfSameBatch(first, ordered.get(to))) {
                    to++;
                }
                push(ordered.subList(from, to), replayed);
            } else if (ordered.get(from) instanceof ArchiveEntry.Decision decision) {
                apply(decision);
            }
            from = to;
        }
        finish(ordered);
    }

    /** An archivist that died before its commit appended the same again. */
    private static List<ArchiveEntry> once(List<ArchiveEntry> entries) {
        Set<Object> seen = new HashSet<>();
        return new ArrayList<>(
                entries.stream().filter(entry -> seen.add(identity(entry))).toList());
    }

    private static Object identity(ArchiveEntry entry) {
        return switch (entry) {
            case ArchiveEntry.Operation operation -> operation.stream() + " " + operation.hash();
            case ArchiveEntry.Decision decision -> decision.id();
        };
    }

    private static long opSeq(ArchiveEntry entry) {
        return entry instanceof ArchiveEntry.Operation operation ? operation.opSeq() : 0;
    }

    private static boolean isOfSameBatch(ArchiveEntry.Operation first, ArchiveEntry entry) {
        return entry instanceof ArchiveEntry.Operation operation
                && operation.ordinal() == first.ordinal()
                && operation.stream().equals(first.stream());
    }

    private void restoreKeys(List<ArchiveStore.WrappedKey> keys) {
        database.write(connection -> {
            markReplaying(connection);
            for (ArchiveStore.WrappedKey key : keys) {
                Sql.change(
                        connection,
                        "insert into sealing_key (org_id, owner_id, wrapped) values (?, ?, ?) on conflict do nothing",
                        key.organisation(),
                        key.owner(),
                        key.wrapped());
            }
            return null;
        });
    }

    /** Each decision once: what the replay does with it is committed together with the note that it did. */
    private void apply(ArchiveEntry.Decision decision) {
        database.write(connection -> {
            markReplaying(connection);
            int fresh = Sql.change(
                    connection,
                    "insert into replayed_decision (org_id, decision_id) values (?, ?) on conflict do nothing",
                    decision.organisation(),
                    decision.id());
            if (fresh == 1
                    && Sql.first(
                                    connection,
                                    "select 1 from decision where org_id = ? and decision_id = ?",
                                    row -> true,
                                    decision.organisation(),
                                    decision.id())
                            .isEmpty()) {
                String image = master.openDecision(decision.id(), decision.sealed());
                if (decision.table().equals(RECORD)) {
                    records.apply(connection, decision.organisation(), image);
                } else if (!isAcknowledgement(decision, image)) {
                    DecidedRows.apply(connection, decision.table(), decision.gone(), image);
                    if (decision.table().equals(ErasedDossiers.TABLE)) {
                        eraseAgain(connection, decision.organisation(), image);
                    }
                }
            }
            return null;
        });
    }

    /**
     * Whether a phone said then that it gave something back. Before the loss was noticed the copy may have given it that
     * again: it is asked once more. Rule: R-SHARE.
     */
    private static boolean isAcknowledgement(ArchiveEntry.Decision decision, String image) {
        return decision.table().equals(Withdrawals.TABLE)
                && !decision.gone()
                && ('"' + Withdrawals.ACKNOWLEDGED + '"')
                        .equals(Groups.parse(image)
                                .byName()
                                .getOrDefault("ended_by", "null")
                                .strip());
    }

    /** What the copy still has of a dossier that was erased since goes as it went then. Rule: R-GDPR. */
    private void eraseAgain(Connection connection, OrganisationId organisation, String image) throws SQLException {
        Map<String, String> columns = Groups.parse(image).byName();
        DossierId dossier = new DossierId(UUID.fromString(text(columns, "dossier_id")));
        erased.empty(
                connection,
                organisation,
                dossier,
                OffsetDateTime.parse(text(columns, "erased_at")).toInstant());
    }

    /** Ids and times need no escaping. */
    private static String text(Map<String, String> columns, String name) {
        String json = Objects.requireNonNull(columns.get(name), name).strip();
        return json.substring(1, json.length() - 1);
    }

    private void push(List<ArchiveEntry> batch, ReplayedOperations replayed) {
        List<ArchiveEntry.Operation> operations = new ArrayList<>();
        batch.forEach(entry -> operations.add((ArchiveEntry.Operation) entry));
        ArchiveEntry.Operation first = operations.getFirst();
        List<byte[]> lines = new ArrayList<>();
        Map<UUID, SealingKey> keys = database.read(connection -> keyring.find(
                connection,
                first.organisation(),
                Set.copyOf(operations.stream()
                        .map(ArchiveEntry.Operation::keyOwner)
                        .toList())));
        for (ArchiveEntry.Operation operation : operations) {
            SealingKey key = keys.get(operation.keyOwner());
            if (key == null) {
                take(first, lines, replayed);
                lines.clear();
                keepClosed(operation);
            } else {
                lines.add(key.open(operation.stream(), operation.opSeq(), operation.sealed()));
            }
        }
        take(first, lines, replayed);
    }

    private void take(ArchiveEntry.Operation first, List<byte[]> lines, ReplayedOperations replayed) {
        if (lines.isEmpty()) {
            return;
        }
        PushResult result =
                replayed.take(first.organisation(), first.stream(), first.opSeq(), lines, first.receivedAt());
        if (!(result instanceof PushResult.Held)) {
            LOG.error(
                    "Operations from {} on of stream {} cannot be replayed: {}",
                    first.opSeq(),
                    first.stream(),
                    result.getClass().getSimpleName());
        }
    }

    /** Its dossier was erased since: it keeps its place in the stream, and nobody can read it. */
    private void keepClosed(ArchiveEntry.Operation operation) {
        database.write(connection -> {
            lostKeys.keep(
                    connection,
                    operation.organisation(),
                    operation.stream(),
                    operation.opSeq(),
                    operation.hash(),
                    operation.keyOwner(),
                    operation.sealed(),
                    operation.receivedAt());
            return null;
        });
    }

    private void finish(List<ArchiveEntry> entries) {
        long greatest = entries.stream().mapToLong(ArchiveEntry::ordinal).max().orElse(0);
        database.write(connection -> {
            List<ArchiveEntry.Operation> operations = new ArrayList<>();
            for (ArchiveEntry entry : entries) {
                // Where another operation has its number, that one is not in the archive yet.
                if (entry instanceof ArchiveEntry.Operation operation && holds(connection, operation)) {
                    operations.add(operation);
                }
            }
            Pending.durable(connection, operations);
            Sql.first(
                    connection,
                    "select setval('ledger_order', greatest((select last_value from ledger_order), ?::int8) + 1)",
                    row -> true,
                    greatest);
            return null;
        });
    }

    /** What is replayed is in the archive: the triggers note nothing. */
    private static void markReplaying(Connection connection) throws SQLException {
        Sql.first(connection, "select set_config('tournee.replaying', 'on', true)", row -> true);
    }
}
