package org.tournee.mandate;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A legal mission on a dossier (mesure). Rule: R-MAN. Source: 002 §4.3. */
@Json(naming = Json.Naming.LowerUnderscore)
public record Mandate(Mission mission, Term term) {

    public Mandate {
        Objects.requireNonNull(mission, "mission");
        Objects.requireNonNull(term, "term");
    }

    /** Whether it is in force on that day. */
    public boolean runsOn(LocalDate day) {
        LocalDate end = term.end();
        return !day.isBefore(term.start()) && (end == null || day.isBefore(end));
    }

    /** Which mission. */
    public enum Kind {
        CHILD_AT_RISK_REPORT,
        MINIMUM_INCOME_SUPPORT,
        BUDGET_SUPPORT,
        EVICTION_ENQUIRY,
        OTHER
    }

    /** The group {@code mission}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Mission(
            Kind kind, String authority, @Nullable String whatIsDue) {

        public Mission {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(authority, "authority");
        }
    }

    /** The group {@code term}: {@code end} is the first day without it, null while it runs. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Term(LocalDate start, @Nullable LocalDate end) {

        public Term {
            Objects.requireNonNull(start, "start");
        }
    }
}
