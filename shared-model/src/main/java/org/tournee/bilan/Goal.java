package org.tournee.bilan;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is aimed at. An old project is never shown as binding. Rule: R-BIL. Source: 003 th. 4. */
@Json(naming = Json.Naming.LowerUnderscore)
public record Goal(Aim aim, Agreement agreement, Progress progress) {

    public Goal {
        Objects.requireNonNull(aim, "aim");
        Objects.requireNonNull(agreement, "agreement");
        Objects.requireNonNull(progress, "progress");
    }

    /** The group {@code aim}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Aim(Dimension dimension, String text) {

        public Aim {
            Objects.requireNonNull(dimension, "dimension");
            Objects.requireNonNull(text, "text");
        }
    }

    /** The group {@code agreement}: {@code agreedOn} is the day of the person's agreement, null without one. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Agreement(
            @Nullable LocalDate agreedOn, @Nullable LocalDate revisitOn) {}

    /** The group {@code progress}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Progress(State state) {

        public Progress {
            Objects.requireNonNull(state, "state");
        }
    }

    /** Where a goal stands. */
    public enum State {
        OPEN,
        REACHED,
        GIVEN_UP
    }
}
