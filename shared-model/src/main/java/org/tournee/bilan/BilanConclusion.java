package org.tournee.bilan;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;

/** What the bilan social concludes to. Rule: R-BIL. */
@Json(naming = Json.Naming.LowerUnderscore)
public record BilanConclusion(Conclusion conclusion) {

    public BilanConclusion {
        Objects.requireNonNull(conclusion, "conclusion");
    }

    /** Social follow-up, for health or equity, or professional integration. */
    public enum Orientation {
        SOCIAL_FOLLOW_UP_HEALTH,
        SOCIAL_FOLLOW_UP_EQUITY,
        PROFESSIONAL_INTEGRATION
    }

    /** The group {@code conclusion}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Conclusion(Orientation orientation, LocalDate concludedOn, String reason) {

        public Conclusion {
            Objects.requireNonNull(orientation, "orientation");
            Objects.requireNonNull(concludedOn, "concludedOn");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
