package org.tournee.agreement;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/**
 * Written mutual commitments, or the reasoned exception from them. Rule: R-SEG-9. Source: 001 §6.
 *
 * @param mutual what the service does in return, and who signed; null for an exception, and where it was not written down
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record ServiceAgreement(Terms terms, @Nullable Mutual mutual) {

    public ServiceAgreement {
        Objects.requireNonNull(terms, "terms");
    }

    /** One of which the terms alone are known. */
    public ServiceAgreement(Terms terms) {
        this(terms, null);
    }

    /** The written reason why there is none; empty for an agreement, be it a draft of which nobody wrote anything. */
    public Optional<String> exception() {
        return Optional.ofNullable(terms.exceptionReason()).filter(reason -> !reason.isBlank());
    }

    public boolean isException() {
        return exception().isPresent();
    }

    /**
     * The group {@code terms}.
     *
     * @param commitments what the person commits to; empty for an exception
     * @param signedOn the day of the organisation; null while nobody signed
     * @param endsOn its last day; null for one without an end
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

    /**
     * The group {@code mutual}.
     *
     * @param service what the service does
     * @param goals those that it serves, by their records
     * @param startsOn its first day; null for the day on which it was signed
     * @param persons of the household who signed it
     * @param worker who signed it for the service; null where nobody said
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Mutual(
            String service,
            List<RecordId> goals,
            @Nullable LocalDate startsOn,
            List<PersonId> persons,
            @Nullable WorkerId worker) {

        public Mutual {
            Objects.requireNonNull(service, "service");
            goals = List.copyOf(goals);
            persons = List.copyOf(persons);
        }
    }
}
