package org.tournee.rights;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rendez-vous des droits: a sweep of all rights. Rule: R-RDD. Source: 004 §2.1.2. */
@Json(naming = Json.Naming.LowerUnderscore)
public record RightsCheckup(Occasion occasion, Course course) {

    public RightsCheckup {
        Objects.requireNonNull(occasion, "occasion");
        Objects.requireNonNull(course, "course");
    }

    /** What made it happen. */
    public enum Trigger {
        BIRTH,
        DEATH_OF_PARTNER,
        SEPARATION,
        MINIMUM_INCOME_REQUEST,
        JOB_LOSS,
        MOVE,
        RETIREMENT,
        OTHER_CHANGE
    }

    /** Who took the first step. */
    public enum Origin {
        OUTREACH,
        PERSON,
        PARTNER
    }

    /** The group {@code occasion}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Occasion(Trigger trigger, Origin origin, String catalogue, int catalogueVersion) {

        public Occasion {
            Objects.requireNonNull(trigger, "trigger");
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(catalogue, "catalogue");
        }
    }

    /**
     * The group {@code course}.
     *
     * @param durationMinutes at least {@link #RECOMMENDED_MINUTES} is recommended; null while it goes on
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Course(Instant startedAt, @Nullable Integer durationMinutes, boolean finished) {

        public Course {
            Objects.requireNonNull(startedAt, "startedAt");
        }

        public static final int RECOMMENDED_MINUTES = 20;
    }
}
