package org.tournee.reception;

import io.avaje.jsonb.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.WorkerId;
import org.tournee.request.Request;
import org.tournee.sync.RecordId;

/**
 * Somebody who came to a desk, from the queue to how it ended: the reception sheet (fiche d'accueil). Nothing is asked of
 * whoever comes: no name, no dossier, no reason. Rules: R-PER, R-CLK. Source: 002 fiches 1 to 4; 004 §2.1.1.
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record WalkIn(Arrival arrival, Visitor visitor, Need need, Course course) {

    /** The most characters of a note: what fits a sheet that takes less than a minute. */
    public static final int LONGEST_NOTE = 500;

    public WalkIn {
        Objects.requireNonNull(arrival, "arrival");
        Objects.requireNonNull(visitor, "visitor");
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(course, "course");
    }

    /** Where they are on their way through the desk. */
    public enum State {
        WAITING,
        /** Somebody sits with them. */
        RECEIVED,
        /** Settled at the desk. */
        SETTLED,
        /** By a {@link LiaisonSheet}. */
        PASSED_ON,
        /** Went before anybody received them, or before it was settled. */
        LEFT;

        /** Whether nothing more happens to them here. */
        public boolean isEnd() {
            return this == SETTLED || this == PASSED_ON || this == LEFT;
        }
    }

    /**
     * The group {@code arrival}.
     *
     * @param day of the organisation: the day of the desk, also for whoever came past midnight
     * @param at by the phone's clock
     * @param byAppointment whether they were expected
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Arrival(RecordId desk, LocalDate day, Instant at, boolean byAppointment) {

        public Arrival {
            Objects.requireNonNull(desk, "desk");
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The group {@code visitor}: nothing of it is needed.
     *
     * @param name as they gave it
     * @param dossier of whoever is known already
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Visitor(
            @Nullable String name,
            @Nullable String phone,
            @Nullable DossierId dossier) {

        /** Somebody who gave no name. */
        public static final Visitor UNNAMED = new Visitor(null, null, null);
    }

    /**
     * The group {@code need}.
     *
     * @param subject null while it is not known
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Need(@Nullable Topic subject, Request.Urgency urgency, String note) {

        /** Nothing said yet. */
        public static final Need UNKNOWN = new Need(null, Request.Urgency.NORMAL, "");

        public Need {
            Objects.requireNonNull(urgency, "urgency");
            Objects.requireNonNull(note, "note");
        }
    }

    /**
     * The group {@code course}: one group, since where they are and since when belong together.
     *
     * @param receivedAt wanted once received, settled or passed on
     * @param by who received them
     * @param endedAt wanted with every end
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Course(
            State state,
            @Nullable Instant receivedAt,
            @Nullable WorkerId by,
            @Nullable Instant endedAt) {

        /** Just arrived. */
        public static final Course WAITING = new Course(State.WAITING, null, null, null);

        public Course {
            Objects.requireNonNull(state, "state");
        }

        /** The same, with somebody who receives them; whoever was received before stays so. */
        public Course received(WorkerId who, Instant at) {
            return new Course(State.RECEIVED, receivedAt == null ? at : receivedAt, by == null ? who : by, null);
        }

        /** The same, at its end: whoever settles or passes on has received them. */
        public Course ended(State end, WorkerId who, Instant at) {
            if (end == State.LEFT) {
                return new Course(end, receivedAt, by, at);
            }
            Course received = received(who, at);
            return new Course(end, received.receivedAt(), received.by(), at);
        }
    }

    /** Somebody who has just come. */
    public static WalkIn arrived(RecordId desk, LocalDate day, Instant at) {
        return new WalkIn(new Arrival(desk, day, at, false), Visitor.UNNAMED, Need.UNKNOWN, Course.WAITING);
    }

    /** The same, with who they are. */
    public WalkIn with(Visitor other) {
        return new WalkIn(arrival, other, need, course);
    }

    /** The same, with what they need. */
    public WalkIn with(Need other) {
        return new WalkIn(arrival, visitor, other, course);
    }

    /** The same, with where they are. */
    public WalkIn with(Course other) {
        return new WalkIn(arrival, visitor, need, other);
    }

    /** As the figures see it. */
    public Attendance.Walk walk() {
        return new Attendance.Walk(course.state(), arrival.at(), course.receivedAt(), arrival.byAppointment());
    }

    /** How long they waited, or wait, at a moment: never negative, since two phones' clocks may differ. Rule: R-CLK. */
    public Duration waited(Instant now) {
        Instant until = course.receivedAt() != null ? course.receivedAt() : course.endedAt();
        return Attendance.between(arrival.at(), until == null ? now : until);
    }

    /** Whether they are of that desk and day. */
    public boolean isOf(RecordId desk, LocalDate day) {
        return arrival.desk().equals(desk) && arrival.day().equals(day);
    }
}
