package org.tournee.mobile.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** Operations that were sent and not answered yet, and those that come after them. */
    private record Flight(List<Unsent> batch, Awaited<PushAnswer> answer, List<Unsent> next) {

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
        Optional<Flight> flight = takeOff(store.unsent(), null);
        while (flight.isPresent()) {
            try {
                flight = land(flight.get());
            } catch (ServerFailure e) {
                if (e.kind() != Kind.GAP || filledGap) {
                    throw e;
                }
                filledGap = true;
                @Nullable Long resumeFrom = fill(e);
                flight = takeOff(store.unsent(), resumeFrom);
            }
        }
    }

    private Optional<Flight> takeOff(List<Unsent> batch, @Nullable Long resumeFrom) throws ServerFailure {
        if (batch.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(batch.size() + 1);
        lines.add(Wire.json(new PushHeader(
                store.identity().streamId(), store.epoch(), clock.instant(), store.answeredUpTo(), resumeFrom)));
        batch.forEach(operation -> lines.add(operation.json()));
        Awaited<PushAnswer> answer = access.begin(token -> gateway.push(lines, token));
        return Optional.of(new Flight(
                batch, answer, store.unsentAfter(batch.get(batch.size() - 1).opSeq())));
    }

    /**
     * Keeps what was answered; the next operations are with the server meanwhile. Should that fail here, the server
     * holds more than this store knows: the same bytes are sent again and known.
     */
    private Optional<Flight> land(Flight flight) throws ServerFailure {
        PushAnswer answer = flight.answer().await();
        Optional<Flight> next = flight.isAnsweredWholeBy(answer) ? takeOff(flight.next(), null) : Optional.empty();
        store.answered(answer.outcomes(), answer.durableOpSeq());
        if (next.isPresent()) {
            return next;
        }
        List<Unsent> rest = store.unsent();
        if (!rest.isEmpty() && rest.get(0).opSeq() == flight.batch().get(0).opSeq()) {
            throw ServerFailure.of(Kind.UNEXPECTED); // it said nothing of what was sent: not to be asked in a loop
        }
        return takeOff(rest, null);
    }

    /**
     * The server lacks earlier operations: they are sent again as far as they are still kept.
     *
     * @return the first that is kept, where nobody has those before it any more: the server is told; else null
     */
    private @Nullable Long fill(ServerFailure gap) {
        boolean whole = store.sendAgainFrom(gap.expected());
        return whole ? null : store.unsent().get(0).opSeq();
    }
}
