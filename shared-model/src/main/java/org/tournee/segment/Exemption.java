package org.tournee.segment;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.tournee.organisation.WorkerId;

/** Days on which no contact can be expected. Written by commands, granted by the head. Rule: R-SEG-10. */
@Json(naming = Json.Naming.LowerUnderscore)
public record Exemption(Grant grant) {

    public Exemption {
        Objects.requireNonNull(grant, "grant");
    }

    /** Why. */
    public enum Reason {
        HOSPITAL,
        ABSENCE,
        REFUSAL
    }

    /**
     * The group {@code grant}.
     *
     * @param until the first day that is not exempt any more; equal to {@code from} where it was taken back before it began
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Grant(Reason reason, LocalDate from, LocalDate until, WorkerId grantedBy) {

        public Grant {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(grantedBy, "grantedBy");
        }
    }
}
