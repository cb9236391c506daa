package org.tournee.dossier;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;

/**
 * A worker answers for a dossier during a time. Written by commands. Rule: R-REF.
 *
 * @param handover what they were told when they took it over; null for nothing
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record ReferentTerm(Term term, @Nullable Note handover) {

    public ReferentTerm {
        Objects.requireNonNull(term, "term");
    }

    /** A term that began without a word. */
    public ReferentTerm(Term term) {
        this(term, null);
    }

    /** The same, ending on that day, the first on which they no longer answer for it; never before it begins. */
    public ReferentTerm until(LocalDate day) {
        LocalDate end = day.isBefore(term.from()) ? term.from() : day;
        return new ReferentTerm(new Term(term.worker(), term.role(), term.from(), end), handover);
    }

    /** The group {@code handover}: so that a colleague can take over at once. Source: 000 §2.2.5. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Note(String text, WorkerId by) {

        public Note {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(by, "by");
        }
    }

    /**
     * The group {@code term}.
     *
     * @param until the first day on which they no longer do; null while it runs
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Term(
            WorkerId worker,
            ReferentRole role,
            LocalDate from,
            @Nullable LocalDate until) {

        public Term {
            Objects.requireNonNull(worker, "worker");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(from, "from");
        }

        /** Whether it runs on that day of the organisation. */
        public boolean runsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }
}
