package org.tournee.reception;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who came to a desk, counted: the same on the phone, which shows it when the desk is closed, and in the back office, which
 * has no names. Rules: R-PER, R-IND. Source: 002 fiches 4 and 22.
 *
 * @param came all of them
 * @param byAppointment those of them who were expected
 * @param open still waiting, or being received
 * @param settled by the desk, without a worker's appointment
 * @param left before it was settled
 * @param medianWait from arrival to reception, of those who were received; null where nobody was
 */
public record Attendance(
        int came,
        int byAppointment,
        int open,
        int settled,
        int passedOn,
        int left,
        @Nullable Duration medianWait) {

    /** Nobody came. */
    public static final Attendance NONE = new Attendance(0, 0, 0, 0, 0, 0, null);

    /**
     * Somebody who came, without a name.
     *
     * @param receivedAt null where nobody received them
     */
    public record Walk(
            WalkIn.State state, Instant arrivedAt, @Nullable Instant receivedAt, boolean byAppointment) {

        public Walk {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(arrivedAt, "arrivedAt");
        }
    }

    /** Counts them, in whatever order. */
    public static Attendance of(Collection<Walk> walks) {
        return new Attendance(
                walks.size(),
                (int) walks.stream().filter(Walk::byAppointment).count(),
                (int) walks.stream().filter(walk -> !walk.state().isEnd()).count(),
                in(walks, WalkIn.State.SETTLED),
                in(walks, WalkIn.State.PASSED_ON),
                in(walks, WalkIn.State.LEFT),
                median(walks));
    }

    private static int in(Collection<Walk> walks, WalkIn.State state) {
        return (int) walks.stream().filter(walk -> walk.state() == state).count();
    }

    /** Of an even number the shorter of the two in the middle: a wait that somebody had. */
    private static @Nullable Duration median(Collection<Walk> walks) {
        List<Duration> waits = walks.stream().flatMap(Attendance::wait).sorted().toList();
        return waits.isEmpty() ? null : waits.get((waits.size() - 1) / 2);
    }

    private static Stream<Duration> wait(Walk walk) {
        Instant received = walk.receivedAt();
        return received == null ? Stream.empty() : Stream.of(between(walk.arrivedAt(), received));
    }

    static Duration between(Instant from, Instant until) {
        Duration waited = Duration.between(from, until);
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
