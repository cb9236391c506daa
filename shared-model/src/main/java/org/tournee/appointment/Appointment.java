package org.tournee.appointment;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Place;
import org.tournee.organisation.WorkerId;

/** A planned meeting. Rule: R-APP. */
@Json(naming = Json.Naming.LowerUnderscore)
public record Appointment(Plan plan, Attendance attendance) {

    public Appointment {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(attendance, "attendance");
    }

    /** Whether it took place. */
    public enum State {
        PLANNED,
        HELD,
        NO_SHOW,
        CANCELLED
    }

    /** The group {@code plan}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Plan(
            Instant startsAt,
            int durationMinutes,
            Place place,
            WorkerId worker,
            @Nullable String note) {

        public Plan {
            Objects.requireNonNull(startsAt, "startsAt");
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(worker, "worker");
        }
    }

    /** The group {@code attendance}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Attendance(State state) {

        public Attendance {
            Objects.requireNonNull(state, "state");
        }
    }
}
