package org.tournee.reception;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;

/**
 * Something that a service does with a group: its theme, who carries it, and its {@link CollectiveSession}s. It names
 * nobody who takes part. Rule: R-COL. Source: 002 fiche 8.
 *
 * @param ending null while it goes on
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record CollectiveAction(Theme theme, @Nullable Ending ending) {

    public CollectiveAction {
        Objects.requireNonNull(theme, "theme");
    }

    /**
     * The group {@code theme}.
     *
     * @param title what it is called; names nobody
     * @param service that carries it, alone or before others
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Theme(Topic topic, String title, String service, LocalDate beganOn) {

        public Theme {
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(service, "service");
            Objects.requireNonNull(beganOn, "beganOn");
        }
    }

    /** The group {@code ending}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Ending(LocalDate on) {

        public Ending {
            Objects.requireNonNull(on, "on");
        }
    }

    /** The same, ended. */
    public CollectiveAction ended(LocalDate on) {
        return new CollectiveAction(theme, new Ending(on));
    }

    /**
     * The part of it that is over with a register's quarter: an action that goes on is carried into the next one.
     *
     * @param until the first day that is no more in the quarter
     */
    public CollectiveAction endedWith(LocalDate until) {
        LocalDate last = until.minusDays(1);
        return ended(last.isBefore(theme.beganOn()) ? theme.beganOn() : last);
    }

    /** The part of it that goes on in a register which begins that day; its sessions are its own. */
    public CollectiveAction carriedInto(LocalDate from) {
        LocalDate began = theme.beganOn().isBefore(from) ? from : theme.beganOn();
        return new CollectiveAction(new Theme(theme.topic(), theme.title(), theme.service(), began), null);
    }

    /** Whether sessions may still be added. */
    public boolean isOpen() {
        return ending == null;
    }
}
