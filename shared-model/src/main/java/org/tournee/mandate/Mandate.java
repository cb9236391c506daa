package org.tournee.mandate;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;

/**
 * A legal mission on a dossier (mesure). Rule: R-MAN. Source: 002 §4.3.
 *
 * @param review the last one that was held; null before the first
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Mandate(Mission mission, Term term, @Nullable Review review) {

    public Mandate {
        Objects.requireNonNull(mission, "mission");
        Objects.requireNonNull(term, "term");
    }

    /** One that was not reviewed yet. */
    public Mandate(Mission mission, Term term) {
        this(mission, term, null);
    }

    /** The same after a review of that day. */
    public Mandate reviewed(LocalDate on, WorkerId by, String conclusion) {
        return new Mandate(mission, term, new Review(on, by, conclusion));
    }

    /** The same with another mission: what was said of it was wrong. */
    public Mandate charged(Mission corrected) {
        return new Mandate(corrected, term, review);
    }

    /** The same, which that day is the last of; what was reviewed stays. */
    public Mandate until(LocalDate lastDay) {
        return new Mandate(mission, new Term(term.start(), lastDay.plusDays(1)), review);
    }

    /** Whether a review may bear that day: not to come, not before the start nor before the last one. */
    public boolean mayBeReviewed(LocalDate on, LocalDate today) {
        boolean early = on.isBefore(term.start()) || (review != null && on.isBefore(review.heldOn()));
        return !early && !on.isAfter(today);
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

    /**
     * The group {@code review}: that what is due was looked at, and what came of it.
     *
     * @param conclusion not blank
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Review(LocalDate heldOn, WorkerId heldBy, String conclusion) {

        public Review {
            Objects.requireNonNull(heldOn, "heldOn");
            Objects.requireNonNull(heldBy, "heldBy");
            Objects.requireNonNull(conclusion, "conclusion");
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
