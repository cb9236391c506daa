package org.tournee.referral;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;

/**
 * A referral (passage de relais): whoever made it stays answerable until it is recorded who took over, how, and when that
 * was known. Rule: R-REL. Source: 004 §2.1.1, §2.2.1.
 *
 * @param outcome null while nobody knows
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Referral(
        Orientation orientation,
        Sharing sharing,
        Watch watch,
        @Nullable Outcome outcome) {

    public Referral {
        Objects.requireNonNull(orientation, "orientation");
        Objects.requireNonNull(sharing, "sharing");
        Objects.requireNonNull(watch, "watch");
    }

    /** Whether it still has to be found out who took over. */
    public boolean isOpen() {
        return outcome == null;
    }

    /** On what ground something was passed to the partner. Rule: R-SHARE. */
    public enum Ground {
        /** The person's agreement, with its purpose and its end. */
        AGREEMENT,
        CHILD_PROTECTION,
        REPORT_TO_AUTHORITY,
        JUDICIAL_ORDER,
        /** The person goes by themselves: nothing was passed. */
        NOTHING_PASSED
    }

    /** What became of it. */
    public enum State {
        TAKEN_OVER,
        /** The partner does not take it. */
        NOT_TAKEN,
        /** The person does not want it any more. */
        GIVEN_UP
    }

    /**
     * The group {@code orientation}.
     *
     * @param partner the name of the service, and of whoever is known there
     * @param need what the person goes there for
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Orientation(String partner, String need, LocalDate madeOn) {

        public Orientation {
            Objects.requireNonNull(partner, "partner");
            Objects.requireNonNull(need, "need");
            Objects.requireNonNull(madeOn, "madeOn");
        }
    }

    /**
     * The group {@code sharing}.
     *
     * @param passedOn what was said or handed over; empty for nothing
     * @param purpose what the person agreed to; wanted with {@link Ground#AGREEMENT}
     * @param until the last day of that agreement; wanted with {@link Ground#AGREEMENT}
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Sharing(
            Ground ground,
            String passedOn,
            @Nullable String purpose,
            @Nullable LocalDate until) {

        public Sharing {
            Objects.requireNonNull(ground, "ground");
            Objects.requireNonNull(passedOn, "passedOn");
        }
    }

    /**
     * The group {@code watch}.
     *
     * @param checkOn the day on which to find out
     * @param answerable who finds out; null for whoever answers for the dossier
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Watch(LocalDate checkOn, @Nullable WorkerId answerable) {

        public Watch {
            Objects.requireNonNull(checkOn, "checkOn");
        }
    }

    /**
     * The group {@code outcome}.
     *
     * @param who took over; wanted with {@link State#TAKEN_OVER}
     * @param how it is known; wanted with {@link State#TAKEN_OVER}
     * @param knownOn since when
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Outcome(
            State state, @Nullable String who, @Nullable String how, LocalDate knownOn) {

        public Outcome {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(knownOn, "knownOn");
        }
    }
}
