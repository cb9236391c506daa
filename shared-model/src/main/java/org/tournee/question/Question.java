package org.tournee.question;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.RecordId;

/**
 * A question on a dossier: a colleague asks on a record, its author is reminded, the answer stays with the record. Rule:
 * R-ASK. Source: 003 th. 3.
 *
 * @param answer null while nobody answered
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Question(
        Subject subject, Asked asked, @Nullable Answer answer) {

    public Question {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(asked, "asked");
    }

    /**
     * The group {@code subject}.
     *
     * @param record what is asked about, in the same dossier; the dossier's own for the whole of it
     * @param to its author; null for whoever answers for the dossier
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Subject(RecordId record, @Nullable WorkerId to) {

        public Subject {
            Objects.requireNonNull(record, "record");
        }
    }

    /** The group {@code asked}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Asked(String text, LocalDate askedOn) {

        public Asked {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(askedOn, "askedOn");
        }
    }

    /** The group {@code answer}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Answer(String text, LocalDate answeredOn) {

        public Answer {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(answeredOn, "answeredOn");
        }
    }
}
