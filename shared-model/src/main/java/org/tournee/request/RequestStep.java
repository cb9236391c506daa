package org.tournee.request;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.request.Request.Decision;
import org.tournee.request.Request.Handling;

/**
 * What is done about a request, from its acknowledgement to an appeal, in the order in which it is done. Each is dated;
 * none may be dated before what it follows. Rule: R-REQ. Source: 003 th. 1.
 */
public enum RequestStep {
    ACKNOWLEDGE,
    OFFER_APPOINTMENT,
    DECIDE,
    NOTIFY,
    /** The person contests what was decided, once they were told. */
    APPEAL;

    /** What became of a step. */
    public sealed interface Result {}

    /** It stands in the request as it is now. */
    public record Taken(Request request) implements Result {}

    /** A rule says no. */
    public record Refused(Refusal reason) implements Result {}

    /** Why not. */
    public enum Refusal {
        /** It was taken already, or what it follows was not. */
        NOT_NOW,
        /** Before the day of what it follows. */
        TOO_EARLY,
        /** Nothing is done on a day to come; an appointment alone is offered for one. */
        IN_THE_FUTURE,
        /** To decide says what was decided. */
        DECISION_MISSING
    }

    /** Those that may be taken now, the next one first. */
    public static List<RequestStep> openTo(Request request) {
        return Arrays.stream(values())
                .filter(step -> step.isOpen(request.handling()))
                .toList();
    }

    /**
     * Takes the step.
     *
     * @param on its day; for an appointment the day for which it is offered
     * @param decision what was decided; looked at by {@link #DECIDE} alone
     * @param today in the organisation
     */
    public Result take(Request request, LocalDate on, @Nullable Decision decision, LocalDate today) {
        return refusal(request, on, decision, today)
                .<Result>map(Refused::new)
                .orElseGet(() -> new Taken(new Request(request.demand(), dated(request.handling(), on, decision))));
    }

    private Optional<Refusal> refusal(Request request, LocalDate on, @Nullable Decision decision, LocalDate today) {
        if (!isOpen(request.handling())) {
            return Optional.of(Refusal.NOT_NOW);
        }
        if (this != OFFER_APPOINTMENT && on.isAfter(today)) {
            return Optional.of(Refusal.IN_THE_FUTURE);
        }
        if (on.isBefore(follows(request))) {
            return Optional.of(Refusal.TOO_EARLY);
        }
        return this == DECIDE && decision == null ? Optional.of(Refusal.DECISION_MISSING) : Optional.empty();
    }

    private boolean isOpen(Handling handling) {
        boolean undecided = handling.decidedOn() == null;
        boolean follows = switch (this) {
            case ACKNOWLEDGE, OFFER_APPOINTMENT, DECIDE -> undecided;
            case NOTIFY -> !undecided;
            case APPEAL -> handling.notifiedOn() != null;
        };
        return follows && on(handling).isEmpty();
    }

    /** The day on which it was taken, or for which an appointment was offered; empty while it was not. */
    public Optional<LocalDate> on(Handling handling) {
        return Optional.ofNullable(
                switch (this) {
                    case ACKNOWLEDGE -> handling.acknowledgedOn();
                    case OFFER_APPOINTMENT -> handling.appointmentOfferedFor();
                    case DECIDE -> handling.decidedOn();
                    case NOTIFY -> handling.notifiedOn();
                    case APPEAL -> handling.appealedOn();
                });
    }

    /** The day before which it cannot be. */
    private LocalDate follows(Request request) {
        Handling handling = request.handling();
        LocalDate before = switch (this) {
            case ACKNOWLEDGE, OFFER_APPOINTMENT -> null;
            case DECIDE -> handling.acknowledgedOn();
            case NOTIFY -> handling.decidedOn();
            case APPEAL -> handling.notifiedOn();
        };
        return before == null ? request.demand().receivedOn() : before;
    }

    private Handling dated(Handling now, LocalDate on, @Nullable Decision decision) {
        return new Handling(
                this == ACKNOWLEDGE ? on : now.acknowledgedOn(),
                this == OFFER_APPOINTMENT ? on : now.appointmentOfferedFor(),
                this == DECIDE ? decision : now.decision(),
                this == DECIDE ? on : now.decidedOn(),
                this == NOTIFY ? on : now.notifiedOn(),
                this == APPEAL ? on : now.appealedOn());
    }
}
