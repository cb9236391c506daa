package org.tournee.server.history;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Keyring;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.SealingKey;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.Conflict;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;

/** Opens the operations that steps of a dossier's history tell of, by their numbers: the log needs no other index. */
@Singleton
class LoggedChanges {

    private static final int MOST = 2_000;

    private final Keyring keyring;
    private final RecordTable records;

    LoggedChanges(Keyring keyring, RecordTable records) {
        this.keyring = keyring;
        this.records = records;
    }

    /** Those of the dossier, in the order of their streams; what cannot be read any more is left out. */
    List<LoggedChange> of(
            Connection connection, OrganisationId organisation, DossierId dossier, List<Step.Operations> runs)
            throws SQLException {
        if (runs.isEmpty()) {
            return List.of();
        }
        List<Logged> logged = Sql.all(
                connection,
                """
                select l.stream_id, l.op_seq, l.key_owner, l.sealed, l.verdict, s.worker_id
                from unnest(?, ?::text[]::int8[], ?::text[]::int8[]) as r(stream_id, first, last)
                join operation_log l on l.org_id = ? and l.stream_id = r.stream_id
                     and l.op_seq between r.first and r.last and l.dossier_id = ?
                join stream s on s.org_id = l.org_id and s.stream_id = l.stream_id
                order by l.stream_id, l.op_seq limit ?
                """,
                LoggedChanges::logged,
                runs.stream().map(run -> run.stream().value()).toArray(UUID[]::new),
                runs.stream().map(run -> Long.toString(run.first())).toArray(String[]::new),
                runs.stream().map(run -> Long.toString(run.last())).toArray(String[]::new),
                organisation,
                dossier,
                MOST);
        return described(connection, organisation, opened(connection, organisation, logged));
    }

    private Map<Logged, Operation> opened(Connection connection, OrganisationId organisation, List<Logged> logged)
            throws SQLException {
        Set<UUID> owners = new HashSet<>();
        logged.forEach(one -> owners.add(one.keyOwner()));
        Map<UUID, SealingKey> keys = keyring.find(connection, organisation, owners);
        Map<Logged, Operation> opened = new java.util.LinkedHashMap<>();
        for (Logged one : logged) {
            SealingKey key = keys.get(one.keyOwner());
            Operation operation = key == null ? null : read(key.open(one.stream(), one.opSeq(), one.sealed()));
            if (operation != null) {
                opened.put(one, operation);
            }
        }
        return opened;
    }

    private static @Nullable Operation read(byte[] bytes) {
        try {
            return OperationBytes.read(bytes);
        } catch (MalformedException e) {
            return null; // came back as unprocessable: the step says so
        }
    }

    private List<LoggedChange> described(
            Connection connection, OrganisationId organisation, Map<Logged, Operation> opened) throws SQLException {
        Set<RecordId> ids = new HashSet<>();
        Set<RecordId> settled = new HashSet<>();
        for (Operation operation : opened.values()) {
            (operation.action() == Action.SETTLE ? settled : ids).add(operation.recordId());
        }
        Map<RecordId, BucketId> buckets = new HashMap<>(records.buckets(connection, organisation, ids));
        Map<RecordId, Conflict.Subject> subjects = new HashMap<>();
        for (RecordRow row : records.find(connection, organisation, settled)) {
            buckets.put(row.id(), row.bucket());
            subjects.put(row.id(), row.groups().as(Conflict.class).subject());
        }
        List<LoggedChange> changes = new ArrayList<>();
        opened.forEach((logged, operation) -> {
            Conflict.Subject subject = subjects.get(operation.recordId());
            changes.add(new LoggedChange(
                    operation,
                    logged.worker(),
                    audience(operation, buckets.get(operation.recordId())),
                    logged.verdict(),
                    subject == null ? operation.kind() : subject.kind(),
                    subject == null ? null : subject.group()));
        });
        return changes;
    }

    private static Audience audience(Operation operation, @Nullable BucketId bucket) {
        if (bucket != null) {
            return bucket.isRestricted() ? Audience.RESTRICTED : Audience.SERVICE;
        }
        return Objects.requireNonNullElse(operation.audience(), Audience.RESTRICTED);
    }

    private static Logged logged(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return new Logged(
                new StreamId(Sql.uuid(row, "stream_id")),
                row.getLong("op_seq"),
                Sql.uuid(row, "key_owner"),
                row.getBytes("sealed"),
                verdict == null ? null : Outcome.Verdict.valueOf(verdict),
                new WorkerId(Sql.uuid(row, "worker_id")));
    }

    /** A row of the log, still sealed; each is one of a kind, so that identity is equality. */
    private static final class Logged {

        private final StreamId stream;
        private final long opSeq;
        private final UUID keyOwner;
        private final byte[] sealed;
        private final Outcome.@Nullable Verdict verdict;
        private final WorkerId worker;

        Logged(
                StreamId stream,
                long opSeq,
                UUID keyOwner,
                byte[] sealed,
                Outcome.@Nullable Verdict verdict,
                WorkerId worker) {
            this.stream = stream;
            this.opSeq = opSeq;
            this.keyOwner = keyOwner;
            this.sealed = sealed;
            this.verdict = verdict;
            this.worker = worker;
        }

        StreamId stream() {
            return stream;
        }

        long opSeq() {
            return opSeq;
        }

        UUID keyOwner() {
            return keyOwner;
        }

        byte[] sealed() {
            return sealed;
        }

        Outcome.@Nullable Verdict verdict() {
            return verdict;
        }

        WorkerId worker() {
            return worker;
        }
    }
}
