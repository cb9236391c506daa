package org.tournee.outreach;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the household does not want to be approached: nobody proposes to go there until they take it back. They may
 * come themselves at any time. Rule: R-OUT.
 *
 * @param withdrawal null while it stands
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Opposition(Stated stated, @Nullable Withdrawal withdrawal) {

    public Opposition {
        Objects.requireNonNull(stated, "stated");
    }

    /**
     * The group {@code stated}.
     *
     * @param saidOn the day of the organisation
     * @param words in the person's own words; null where they gave none
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Stated(LocalDate saidOn, @Nullable String words) {

        public Stated {
            Objects.requireNonNull(saidOn, "saidOn");
        }
    }

    /** The group {@code withdrawal}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Withdrawal(LocalDate saidOn) {

        public Withdrawal {
            Objects.requireNonNull(saidOn, "saidOn");
        }
    }

    /** One that was said that day, in no words of their own, and stands. */
    public static Opposition statedOn(LocalDate day) {
        return new Opposition(new Stated(day, null), null);
    }

    /** The same, taken back that day. */
    public Opposition withdrawnOn(LocalDate day) {
        return new Opposition(stated, new Withdrawal(day));
    }

    /** Whether it stands. */
    public boolean stands() {
        return withdrawal == null;
    }
}
