package org.tournee.bilan;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something to be done, by whom and by when. Rule: R-BIL. */
@Json(naming = Json.Naming.LowerUnderscore)
public record ActionItem(Task task, Progress progress) {

    public ActionItem {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(progress, "progress");
    }

    /** Who does it. */
    public enum By {
        PERSON,
        SERVICE,
        PARTNER
    }

    /** In what time. */
    public enum Horizon {
        SHORT,
        MEDIUM,
        LONG
    }

    /** Where it stands. */
    public enum State {
        TO_DO,
        DONE,
        GIVEN_UP
    }

    /** The group {@code task}; {@code what} has 1 to 1,000 characters. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Task(
            String what, By by, Horizon horizon, @Nullable LocalDate dueOn) {

        public Task {
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(horizon, "horizon");
        }
    }

    /** The group {@code progress}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Progress(State state, @Nullable LocalDate doneOn) {

        public Progress {
            Objects.requireNonNull(state, "state");
        }
    }
}
