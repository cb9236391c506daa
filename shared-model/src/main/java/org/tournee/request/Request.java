package org.tournee.request;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;

/** What was asked, by whom, how urgent, and what was answered. Rule: R-REQ. Source: 003 th. 1; 002 annex 1. */
@Json(naming = Json.Naming.LowerUnderscore)
public record Request(Demand demand, Handling handling) {

    public Request {
        Objects.requireNonNull(demand, "demand");
        Objects.requireNonNull(handling, "handling");
    }

    /** Who asked. */
    public enum Origin {
        PERSON,
        THIRD_PARTY_WITH_AGREEMENT,
        ENQUIRY
    }

    /** How fast something must happen. */
    public enum Urgency {
        NORMAL,
        SOON,
        IMMEDIATE
    }

    /** What was decided. */
    public enum Decision {
        GRANTED,
        REFUSED,
        REORIENTED
    }

    /** The group {@code demand}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Demand(Origin origin, Urgency urgency, Topic subject, LocalDate receivedOn, String text) {

        public Demand {
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(urgency, "urgency");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(receivedOn, "receivedOn");
            Objects.requireNonNull(text, "text");
        }
    }

    /** The group {@code handling}: dates stay null until the step is taken. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Handling(
            @Nullable LocalDate acknowledgedOn,
            @Nullable LocalDate appointmentOfferedFor,
            @Nullable Decision decision,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate notifiedOn,
            @Nullable LocalDate appealedOn) {

        /** The name of the group. */
        public static final String GROUP = "handling";

        /** Nothing was done about it yet. */
        public static final Handling NONE = new Handling(null, null, null, null, null, null);
    }
}
