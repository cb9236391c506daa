package org.tournee.outreach;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;

/**
 * One stop of a round: a worker goes to a household on a day. A round is the stops of a worker and a day in their order;
 * each lies in its own dossier, so that it is read, sealed and erased with it. Where the worker is, nobody records. Rule:
 * R-OUT. Source: 000 §2.1.7.
 *
 * @param ending null while one has not been there
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Visit(Plan plan, Turn turn, @Nullable Ending ending) {

    public Visit {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(turn, "turn");
    }

    /** What one found at the door. */
    public enum State {
        /** Met: the contact is recorded apart. */
        MET,
        ABSENT,
        /** Did not want it that day; an {@link Opposition} is said apart. */
        REFUSED,
        /** Not gone to. */
        LEFT_OUT
    }

    /**
     * The group {@code plan}.
     *
     * @param day of the organisation
     * @param worker who goes
     * @param grounds why, as known when it was planned; empty where the worker chose by themselves
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Plan(LocalDate day, WorkerId worker, List<Ground> grounds) {

        public Plan {
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(worker, "worker");
            grounds = List.copyOf(grounds);
        }
    }

    /**
     * The group {@code turn}.
     *
     * @param rank in the round, from 0; two of the same rank stand in the order of their ids
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Turn(int rank) {

        /** The greatest rank. */
        public static final int LAST = 999;
    }

    /**
     * The group {@code ending}.
     *
     * @param at when, by the phone's clock
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Ending(State state, Instant at) {

        public Ending {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(at, "at");
        }
    }

    /** Whether it still is to be gone to. */
    public boolean isOpen() {
        return ending == null;
    }
}
