package org.tournee.mobile.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.store.SyncStore.Unsent;
import org.tournee.mobile.sync.ServerFailure.Kind;
import org.tournee.sync.PushAnswer;
import org.tournee.sync.PushHeader;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** Sends what waits, oldest first, the bytes as they were saved. */
final class Sender {

    private final ServerGateway gateway;
    private final Access access;
    private final SyncStore store;
    private final Clock clock;

    Sender(ServerGateway gateway, Access access, SyncStore store, Clock clock) {
        this.gateway = gateway;
        this.access = access;
        this.store = store;
        this.clock = clock;
    }

    /** Sends until nothing waits. A lost answer costs nothing: the same bytes are sent again and known. */
    void sendAll() throws ServerFailure {
        boolean filledGap = false;
        for (List<Unsent> batch = store.unsent(); !batch.isEmpty(); batch = store.unsent()) {
            try {
                send(batch);
            } catch (ServerFailure e) {
                if (e.kind() != Kind.GAP || filledGap) {
                    throw e;
                }
                filledGap = true;
                fill(e);
            }
        }
    }

    private void send(List<Unsent> batch) throws ServerFailure {
        StreamId stream = store.identity().streamId();
        List<String> lines = new ArrayList<>();
        lines.add(Wire.json(new PushHeader(stream, store.epoch(), clock.instant())));
        batch.forEach(operation -> lines.add(operation.json()));
        PushAnswer answer = access.call(token -> gateway.push(lines, token));
        store.answered(answer.outcomes(), answer.durableOpSeq());
        if (!store.unsent().isEmpty()
                && store.unsent().get(0).opSeq() == batch.get(0).opSeq()) {
            throw ServerFailure.of(Kind.UNEXPECTED); // it said nothing of what was sent: not to be asked in a loop
        }
    }

    /** The server lacks earlier operations: they are sent again, if they are still kept. */
    private void fill(ServerFailure gap) throws ServerFailure {
        if (!store.sendAgainFrom(gap.expected())) {
            throw ServerFailure.of(Kind.FORKED, gap);
        }
    }
}
