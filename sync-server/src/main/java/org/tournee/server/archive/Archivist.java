package org.tournee.server.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.MasterKey;
import org.tournee.server.sync.Wakeups;
import org.tournee.sync.Groups;

/**
 * Appends to the archive what the database holds and the archive does not, many entries for one wait for the disk.
 *
 * <p>It starts from what is committed. Killed after the append and before its own commit, it appends the same entries
 * again: a replay knows them by their numbers.
 */
final class Archivist {

    private static final String SEALING_KEY = "sealing_key";

    private final Database database;
    private final ArchiveStore archive;
    private final MasterKey master;
    private final Wakeups wakeups;

    Archivist(Database database, ArchiveStore archive, MasterKey master, Wakeups wakeups) {
        this.database = database;
        this.archive = archive;
        this.master = master;
        this.wakeups = wakeups;
    }

    /**
     * Archives the next entries.
     *
     * @return whether there may be more
     */
    boolean archiveSome() {
        List<ArchiveEntry.Operation> operations = new ArrayList<>();
        boolean more = database.write(connection -> {
            if (!tryLock(connection) || !ArchiveMark.isCurrent(connection)) {
                return false; // another server archives, or this is another database: it is recovered first
            }
            // Operations first: the keys that they are sealed under were noted before them.
            operations.addAll(Pending.operations(connection));
            List<Pending.Noted> decisions = Pending.decisions(connection);
            if (decisions.size() == Pending.ENTRIES) {
                operations.clear(); // a key may be among the later decisions
            }
            archive(connection, operations, decisions);
            return operations.size() == Pending.ENTRIES || decisions.size() == Pending.ENTRIES;
        });
        if (!operations.isEmpty()) {
            wake(operations);
        }
        return more;
    }

    private void archive(Connection connection, List<ArchiveEntry.Operation> operations, List<Pending.Noted> decisions)
            throws SQLException {
        if (operations.isEmpty() && decisions.isEmpty()) {
            return;
        }
        List<ArchiveEntry> entries = new ArrayList<>(operations);
        List<ArchiveStore.WrappedKey> keys = new ArrayList<>();
        for (Pending.Noted decision : decisions) {
            if (!decision.table().equals(SEALING_KEY)) {
                entries.add(sealed(decision, decision.image()));
            } else if (decision.gone()) {
                archive.destroyKey(decision.organisation(), key(decision).owner());
                entries.add(sealed(decision, withoutKey(decision)));
            } else {
                keys.add(key(decision));
            }
        }
        archive.keepKeys(keys);
        long position = entries.isEmpty() ? archive.end() : archive.append(entries);
        Pending.durable(connection, operations);
        Pending.archived(connection, decisions);
        ArchiveMark.moveTo(connection, position);
    }

    private ArchiveEntry.Decision sealed(Pending.Noted decision, String image) {
        return new ArchiveEntry.Decision(
                decision.organisation(),
                decision.ordinal(),
                decision.id(),
                decision.table(),
                decision.gone(),
                master.sealDecision(decision.id(), image));
    }

    private static ArchiveStore.WrappedKey key(Pending.Noted decision) {
        Map<String, String> columns = Groups.parse(decision.image()).byName();
        String owner = text(columns, "owner_id");
        String wrapped = text(columns, "wrapped"); // as PostgreSQL prints bytes: \x and hexadecimal digits
        return new ArchiveStore.WrappedKey(
                decision.organisation(),
                UUID.fromString(owner),
                HexFormat.of().parseHex(wrapped.substring(wrapped.indexOf('x') + 1)));
    }

    private static String withoutKey(Pending.Noted decision) {
        Map<String, String> columns =
                new HashMap<>(Groups.parse(decision.image()).byName());
        columns.remove("wrapped");
        return new Groups(columns).json();
    }

    private static String text(Map<String, String> columns, String name) {
        String json = columns.getOrDefault(name, "\"\"");
        return json.substring(1, json.length() - 1);
    }

    /** Copies every key of the database that the archive lacks: those from before there was one. */
    void keepAllKeys() {
        List<ArchiveStore.WrappedKey> keys = database.read(connection -> Sql.all(
                connection,
                "select org_id, owner_id, wrapped from sealing_key",
                row -> new ArchiveStore.WrappedKey(
                        new OrganisationId(Sql.uuid(row, "org_id")),
                        Sql.uuid(row, "owner_id"),
                        row.getBytes("wrapped"))));
        archive.keepKeys(keys);
    }

    /** Phones learn at once that what they saved is safe. */
    private void wake(List<ArchiveEntry.Operation> operations) {
        Map<OrganisationId, Set<UUID>> streams = new HashMap<>();
        operations.forEach(operation -> streams.computeIfAbsent(operation.organisation(), id -> new HashSet<>())
                .add(operation.stream().value()));
        streams.forEach((organisation, ids) -> {
            List<WorkerId> workers = database.read(connection -> Sql.all(
                    connection,
                    "select distinct worker_id from stream where org_id = ? and stream_id = any(?)",
                    row -> new WorkerId(Sql.uuid(row, "worker_id")),
                    organisation,
                    ids.toArray(UUID[]::new)));
            wakeups.publish(organisation, workers, Wakeups.Kind.WAKE);
        });
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        return Sql.first(connection, "select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), ArchiveMark.LOCK)
                .orElse(false);
    }
}
