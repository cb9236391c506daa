package org.tournee.reception;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.tournee.sync.RecordId;

/** One meeting of a collective action, its participants counted and not named. Rule: R-COL. Source: 002 fiche 8. */
@Json(naming = Json.Naming.LowerUnderscore)
public record CollectiveSession(Session session) {

    /** The most participants of one session; more is a slip. */
    public static final int MOST_PARTICIPANTS = 1_000;

    public CollectiveSession {
        Objects.requireNonNull(session, "session");
    }

    /**
     * The group {@code session}.
     *
     * @param minutes how long it lasted
     * @param participants how many came, 0 to {@link #MOST_PARTICIPANTS}
     * @param firstTime how many of them came for the first time
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Session(RecordId action, LocalDate day, int minutes, int participants, int firstTime) {

        public Session {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(day, "day");
        }
    }
}
