package org.tournee.server.conflict;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.store.Actor;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.Streams;
import org.tournee.server.sync.PushResult;
import org.tournee.server.sync.Reconciler;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.Command;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Settlement;
import org.tournee.sync.StreamId;
import org.tournee.sync.TxId;
import org.tournee.sync.Wire;

/** Changes made in the browser: operations of the worker's own stream there, taken in like a phone's. */
@Singleton
public class WebEdits {

    private static final int TRIES = 5;
    private static final int SALT_BYTES = 12;

    private final Database database;
    private final Streams streams;
    private final RecordTable records;
    private final Reconciler reconciler;
    private final SecureRandom random = new SecureRandom();

    WebEdits(Database database, Streams streams, RecordTable records, Reconciler reconciler) {
        this.database = database;
        this.streams = streams;
        this.records = records;
        this.reconciler = reconciler;
    }

    /**
     * Settles a conflict in the name of the actor's worker. Access is decided by the reconciliation.
     *
     * @throws IllegalArgumentException when the actor is no worker
     */
    public Outcome settle(Actor actor, DossierId dossier, RecordId conflict, Settlement settlement, Instant at) {
        Map<String, GroupChange> groups = Map.of(Settling.SETTLEMENT, new GroupChange(null, Wire.json(settlement)));
        long rev = rev(actor.organisation(), conflict);
        return send(actor, dossier, new Change(Action.SETTLE, RecordKind.CONFLICT, conflict, rev, groups), at);
    }

    /**
     * Records something new. The same id with the same contents records it once.
     *
     * @param value a typed record of the shared model
     * @throws IllegalArgumentException when the actor is no worker
     */
    public Outcome create(Actor actor, DossierId dossier, RecordKind kind, RecordId id, Object value, Instant at) {
        Map<String, GroupChange> groups = Groups.of(value).changesSince(Groups.NONE);
        return send(actor, dossier, new Change(Action.CREATE, kind, id, 0, groups), at);
    }

    /**
     * Writes the field groups in which a record is to differ from what the worker saw.
     *
     * @throws IllegalArgumentException when the actor is no worker
     */
    public Outcome change(Actor actor, DossierId dossier, RecordKind kind, Entry<?> seen, Object after, Instant at) {
        Map<String, GroupChange> groups = Groups.of(after).changesSince(Groups.of(seen.value()));
        return send(actor, dossier, new Change(Action.CHANGE, kind, seen.id(), seen.rev(), groups), at);
    }

    /**
     * Asks for a step on a record, which the server's state machine decides.
     *
     * @throws IllegalArgumentException when the actor is no worker
     */
    public Outcome ask(Actor actor, DossierId dossier, RecordKind kind, Entry<?> seen, Command command, Instant at) {
        return send(actor, dossier, new Change(Action.COMMAND, kind, seen.id(), seen.rev(), command.asGroups()), at);
    }

    private record Change(
            Action action, RecordKind kind, RecordId record, long baseRev, Map<String, GroupChange> groups) {}

    private Outcome send(Actor actor, DossierId dossier, Change change, Instant at) {
        WorkerId worker = actor.worker();
        if (worker == null) {
            throw new IllegalArgumentException("Only a person writes in the browser");
        }
        OrganisationId organisation = actor.organisation();
        StreamId stream = streams.webStream(organisation, worker, at);
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            StreamRow row = streams.find(organisation, stream).orElseThrow();
            byte[] line = OperationBytes.make(operation(row, dossier, change, at));
            PushResult result = reconciler.push(organisation, stream, List.of(line), at);
            if (result instanceof PushResult.Held held) {
                return held.outcomes().get(0);
            }
            if (!(result instanceof PushResult.Gap)) {
                throw new IllegalStateException("The browser's stream takes nothing: " + result);
            }
        }
        throw new IllegalStateException("The browser's stream is written to without a pause");
    }

    private Operation operation(StreamRow row, DossierId dossier, Change change, Instant at) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Operation(
                row.id(),
                row.lastOpSeq() + 1,
                row.lastHash(),
                new TxId(UuidCreator.getTimeOrderedEpoch()),
                0,
                1,
                change.action(),
                change.kind().code(),
                change.record(),
                dossier,
                change.action() == Action.CREATE ? Audience.SERVICE : null,
                Operation.SCHEMA,
                row.epoch(),
                0,
                change.baseRev(),
                change.groups(),
                at,
                Base64.getUrlEncoder().encodeToString(salt));
    }

    private long rev(OrganisationId organisation, RecordId conflict) {
        return database.read(connection -> records.find(connection, organisation, List.of(conflict)).stream()
                .map(found -> Objects.requireNonNull(found).rev())
                .findFirst()
                .orElse(0L));
    }
}
