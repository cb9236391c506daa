package org.tournee.dossier;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;

/** A worker answers for a dossier during a time. Written by commands. Rule: R-REF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record ReferentTerm(Term term) {

    public ReferentTerm {
        Objects.requireNonNull(term, "term");
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
