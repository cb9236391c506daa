package org.tournee.reception;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.WorkerId;
import org.tournee.request.Request;
import org.tournee.sync.RecordId;

/**
 * What a desk passes on of somebody who came: a liaison sheet (fiche de liaison), to one colleague, one team or one service
 * by its name. Whoever received them stays answerable until it is recorded who took over. Rules: R-PER, R-REL. Source: 002
 * fiches 1 to 4; 004 §2.1.1.
 *
 * @param takeover null while nobody took over
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record LiaisonSheet(
        Message message, Address address, @Nullable Takeover takeover) {

    public LiaisonSheet {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(address, "address");
    }

    /**
     * The group {@code message}.
     *
     * @param visitor as they gave their name; empty where they did not
     * @param reach how to find them; empty where they did not say
     * @param text what is asked, not blank
     * @param sentOn the day of the desk
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Message(
            RecordId walkIn, String visitor, String reach, String text, Request.Urgency urgency, LocalDate sentOn) {

        public Message {
            Objects.requireNonNull(walkIn, "walkIn");
            Objects.requireNonNull(visitor, "visitor");
            Objects.requireNonNull(reach, "reach");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(urgency, "urgency");
            Objects.requireNonNull(sentOn, "sentOn");
        }
    }

    /** The group {@code address}: exactly one of the three. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Address(
            @Nullable WorkerId worker,
            @Nullable TeamId team,
            @Nullable String service) {

        /** To a colleague. */
        public static Address to(WorkerId worker) {
            return new Address(worker, null, null);
        }

        /** To whoever of a team takes it. */
        public static Address to(TeamId team) {
            return new Address(null, team, null);
        }

        /** To a service by its name, such as that of a partner of the directory. */
        public static Address to(String service) {
            return new Address(null, null, service);
        }

        /** How many of the three it names. */
        public long named() {
            return Stream.of(worker, team, service).filter(Objects::nonNull).count();
        }

        /**
         * Whether it goes to somebody.
         *
         * @param theirs their team; null where they have none
         */
        public boolean reaches(WorkerId somebody, @Nullable TeamId theirs) {
            return somebody.equals(worker) || (team != null && team.equals(theirs));
        }
    }

    /** The group {@code takeover}: who took over, and when. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Takeover(WorkerId by, LocalDate on) {

        public Takeover {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(on, "on");
        }
    }

    /** The same, once somebody took over. */
    public LiaisonSheet takenOver(WorkerId by, LocalDate on) {
        return new LiaisonSheet(message, address, new Takeover(by, on));
    }

    /** Whether nobody took over yet. */
    public boolean isOpen() {
        return takeover == null;
    }
}
