package org.tournee.mobile.sync;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.store.SyncStore.Unsent;
import org.tournee.mobile.sync.ServerFailure.Kind;
import org.tournee.sync.PushAnswer;
import org.tournee.sync.PushHeader;
import org.tournee.sync.Wire;

/** Sends what waits, oldest first, the bytes as they were saved. Rule: R-SYN. */
final class Sender {

    /** Pushes on their way at once, where the server has answered one already: the next travels while it works. */
    private static final int ABREAST = 2;

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

    /**
     * Operations that were sent and not answered yet, and those that came after them then.
     *
     * @param behind whether others were on their way before them, which they may have overtaken
     */
    private record Flight(List<Unsent> batch, boolean behind, Awaited<PushAnswer> answer, List<Unsent> next) {

        long first() {
            return batch.get(0).opSeq();
        }

        long last() {
            return batch.get(batch.size() - 1).opSeq();
        }

        boolean isAnsweredWholeBy(PushAnswer answered) {
            return answered.outcomes().stream().anyMatch(outcome -> outcome.opSeq() == last());
        }
    }

    /** Sends until nothing waits. A lost answer costs nothing: the same bytes are sent again and known. */
    void sendAll() throws ServerFailure {
        new Convoy().travel();
    }

    /**
     * What is on its way, oldest first. The first of a run travels alone: it hears whether the server takes anything. What
     * is given up on its way is sent again, and known where it arrived.
     */
    private final class Convoy {

        private final Deque<Flight> flying = new ArrayDeque<>();
        private boolean wasOvertaken;
        private boolean hasFilledGap;

        void travel() throws ServerFailure {
            takeOff(store.unsent(), null);
            while (!flying.isEmpty()) {
                Flight flight = flying.remove();
                try {
                    land(flight);
                } catch (ServerFailure e) {
                    if (e.kind() != Kind.GAP) {
                        throw e;
                    }
                    closeGap(flight, e);
                }
            }
        }

        private void takeOff(List<Unsent> batch, @Nullable Long resumeFrom) throws ServerFailure {
            if (batch.isEmpty()) {
                return;
            }
            List<byte[]> lines = new ArrayList<>(batch.size() + 1);
            lines.add(header(resumeFrom).getBytes(StandardCharsets.UTF_8));
            batch.forEach(operation -> lines.add(operation.line()));
            boolean behind = !flying.isEmpty();
            Awaited<PushAnswer> answer = access.begin(token -> gateway.push(lines, token));
            long last = batch.get(batch.size() - 1).opSeq();
            flying.add(new Flight(batch, behind, answer, store.unsentAfter(last)));
        }

        /**
         * Keeps what was answered; the next operations are with the server meanwhile. Should that fail here, the server
         * holds more than this store knows: the same bytes are sent again and known.
         */
        private void land(Flight flight) throws ServerFailure {
            PushAnswer answer = flight.answer().await();
            boolean isWhole = flight.isAnsweredWholeBy(answer);
            if (isWhole) {
                takeOff((flying.isEmpty() ? flight : flying.getLast()).next(), null);
            } else {
                flying.clear();
            }
            store.answered(answer.outcomes(), answer.durableOpSeq());
            if (flying.isEmpty()) {
                goOn(flight);
            } else if (flying.size() < ABREAST && !wasOvertaken) {
                takeOff(flying.getLast().next(), null);
            }
        }

        private void goOn(Flight landed) throws ServerFailure {
            List<Unsent> rest = store.unsent();
            if (!rest.isEmpty() && rest.get(0).opSeq() == landed.first()) {
                throw ServerFailure.of(Kind.UNEXPECTED); // it said nothing of what was sent: not to be asked in a loop
            }
            takeOff(rest, null);
        }

        /** The server lacks earlier operations: they come behind these, or have to be sent again. */
        private void closeGap(Flight flight, ServerFailure gap) throws ServerFailure {
            flying.clear();
            if (flight.behind()) {
                wasOvertaken = true;
                takeOff(store.unsent(), null);
                return;
            }
            if (hasFilledGap) {
                throw gap;
            }
            hasFilledGap = true;
            @Nullable Long resumeFrom = fill(gap);
            takeOff(store.unsent(), resumeFrom);
        }
    }

    private String header(@Nullable Long resumeFrom) {
        return Wire.json(new PushHeader(
                store.identity().streamId(), store.epoch(), clock.instant(), store.answeredUpTo(), resumeFrom));
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
