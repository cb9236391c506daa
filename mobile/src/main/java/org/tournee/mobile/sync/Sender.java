package org.tournee.mobile.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.store.SyncStore.Unsent;
import org.tournee.mobile.sync.ServerFailure.Kind;
import org.tournee.sync.PushAnswer;
import org.tournee.sync.PushHeader;
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

    /** Operations that were sent and not answered yet. */
    private record Flight(List<Unsent> batch, Awaited<PushAnswer> answer) {

        long last() {
            return batch.get(batch.size() - 1).opSeq();
        }

        boolean isAnsweredWholeBy(PushAnswer answered) {
            return answered.outcomes().stream().anyMatch(outcome -> outcome.opSeq() == last());
        }
    }

    /** Sends until nothing waits. A lost answer costs nothing: the same bytes are sent again and known. */
    void sendAll() throws ServerFailure {
        boolean filledGap = false;
        Optional<Flight> flight = takeOff(store.unsent());
        while (flight.isPresent()) {
            try {
                flight = land(flight.get());
            } catch (ServerFailure e) {
                if (e.kind() != Kind.GAP || filledGap) {
                    throw e;
                }
                filledGap = true;
                fill(e);
                flight = takeOff(store.unsent());
            }
        }
    }

    private Optional<Flight> takeOff(List<Unsent> batch) throws ServerFailure {
        if (batch.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(batch.size() + 1);
        lines.add(Wire.json(new PushHeader(store.identity().streamId(), store.epoch(), clock.instant())));
        batch.forEach(operation -> lines.add(operation.json()));
        return Optional.of(new Flight(batch, access.begin(token -> gateway.push(lines, token))));
    }

    /**
     * Keeps what was answered; the next operations are with the server meanwhile. Should that fail here, the server
     * holds more than this store knows: the same bytes are sent again and known.
     */
    private Optional<Flight> land(Flight flight) throws ServerFailure {
        PushAnswer answer = flight.answer().await();
        Optional<Flight> next =
                flight.isAnsweredWholeBy(answer) ? takeOff(store.unsentAfter(flight.last())) : Optional.empty();
        store.answered(answer.outcomes(), answer.durableOpSeq());
        if (next.isPresent()) {
            return next;
        }
        List<Unsent> rest = store.unsent();
        if (!rest.isEmpty() && rest.get(0).opSeq() == flight.batch().get(0).opSeq()) {
            throw ServerFailure.of(Kind.UNEXPECTED); // it said nothing of what was sent: not to be asked in a loop
        }
        return takeOff(rest);
    }

    /** The server lacks earlier operations: they are sent again, if they are still kept. */
    private void fill(ServerFailure gap) throws ServerFailure {
        if (!store.sendAgainFrom(gap.expected())) {
            throw ServerFailure.of(Kind.FORKED, gap);
        }
    }
}
