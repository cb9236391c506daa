package org.tournee.agreement;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Written mutual commitments, or the reasoned exception from them. Rule: R-SEG-9. Source: 001 §6. */
@Json(naming = Json.Naming.LowerUnderscore)
public record ServiceAgreement(Terms terms) {

    public ServiceAgreement {
        Objects.requireNonNull(terms, "terms");
    }

    /**
     * The group {@code terms}.
     *
     * @param exceptionReason why there is no agreement; null where there is one
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Terms(
            String commitments,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate endsOn,
            @Nullable String exceptionReason) {

        public Terms {
            Objects.requireNonNull(commitments, "commitments");
        }
    }
}
