package org.tournee.bilan;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.person.PersonId;

/**
 * The bilan socioprofessionnel of one person: light, for its paper form was too voluminous to be used. Each part is a group
 * of its own, so that what two people write merges. Rule: R-BSP. Source: 003 th. 5, th. 7.
 *
 * @param experiences null where nothing was written yet; so are the other parts
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record ProfessionalBilan(
        Subject subject,
        Stage stage,
        @Nullable Words experiences,
        @Nullable Words wishes,
        @Nullable Obstacles obstacles,
        @Nullable Next next) {

    public ProfessionalBilan {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(stage, "stage");
    }

    /** The five phases on the way to a job (003 th. 7). */
    public enum Phase {
        DETERMINATION,
        PRE_TRAINING,
        TRAINING,
        JOB_SEARCH,
        JOB
    }

    /** What of private life stands in the way, to tap before one writes. */
    public enum Obstacle {
        CHILD_CARE,
        CARE_OF_RELATIVE,
        HEALTH,
        HOUSING,
        TRANSPORT,
        LANGUAGE,
        DEBT,
        FAMILY
    }

    /** The group {@code subject}: of whom of the household. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Subject(PersonId person) {

        public Subject {
            Objects.requireNonNull(person, "person");
        }
    }

    /** The group {@code stage}: the phase, and since which day. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Stage(Phase phase, LocalDate since) {

        public Stage {
            Objects.requireNonNull(phase, "phase");
            Objects.requireNonNull(since, "since");
        }
    }

    /** The groups {@code experiences} and {@code wishes}: in a few words. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Words(String text) {

        public Words {
            Objects.requireNonNull(text, "text");
        }
    }

    /** The group {@code obstacles}: of private life; {@code text} may be empty. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Obstacles(List<Obstacle> kinds, String text) {

        public Obstacles {
            kinds = List.copyOf(kinds);
            Objects.requireNonNull(text, "text");
        }
    }

    /** The group {@code next}: the next step, and until when; null for no date. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Next(String what, @Nullable LocalDate dueOn) {

        public Next {
            Objects.requireNonNull(what, "what");
        }
    }
}
