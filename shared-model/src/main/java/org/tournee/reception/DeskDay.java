package org.tournee.reception;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.RecordId;

/**
 * A desk that somebody opened for a day, with the conditions that they found there. Two who open it without knowing of each
 * other make two of them, and the queue is one all the same. Rules: R-PER, R-IND. Source: 002 fiche 22.
 *
 * @param closing null while people are received
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record DeskDay(
        Session session, Conditions conditions, @Nullable Closing closing) {

    public DeskDay {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(conditions, "conditions");
    }

    /** Whether one is overheard there. */
    public enum Confidentiality {
        GOOD,
        PARTIAL,
        NONE
    }

    /** Whether the phone or laptop has a network there. */
    public enum Connection {
        GOOD,
        WEAK,
        NONE
    }

    /** How one is received that day. */
    public enum Admission {
        WITHOUT_APPOINTMENT,
        BY_APPOINTMENT,
        BOTH
    }

    /** The group {@code session}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Session(RecordId desk, LocalDate day) {

        public Session {
            Objects.requireNonNull(desk, "desk");
            Objects.requireNonNull(day, "day");
        }
    }

    /**
     * The group {@code conditions}.
     *
     * @param with colleagues who receive there too; without the author
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Conditions(
            Confidentiality confidentiality, Connection connection, Admission admission, List<WorkerId> with) {

        public Conditions {
            Objects.requireNonNull(confidentiality, "confidentiality");
            Objects.requireNonNull(connection, "connection");
            Objects.requireNonNull(admission, "admission");
            with = List.copyOf(with);
        }
    }

    /** The group {@code closing}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Closing(Instant at) {

        public Closing {
            Objects.requireNonNull(at, "at");
        }
    }

    /** Whether people are received. */
    public boolean isOpen() {
        return closing == null;
    }

    /** The same, closed. */
    public DeskDay closed(Instant at) {
        return new DeskDay(session, conditions, new Closing(at));
    }

    /** Whether it is of that desk and day. */
    public boolean isOf(RecordId desk, LocalDate day) {
        return session.desk().equals(desk) && session.day().equals(day);
    }
}
