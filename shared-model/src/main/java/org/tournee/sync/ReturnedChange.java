package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;

/** A change that broke a rule: kept whole, and shown to its author with the reason. Rule: R-REC. */
@Json(naming = Json.Naming.LowerUnderscore)
public record ReturnedChange(Origin origin, Refusal refusal) {

    public ReturnedChange {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(refusal, "refusal");
    }

    /**
     * The group {@code origin}: which operation it was; null where its bytes did not say.
     *
     * @param action null where its bytes did not say
     * @param audience on a creation, who was to read the record: whoever offers it again must not widen it; null
     *     otherwise
     * @param groups the JSON object of the changes as sent
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Origin(
            StreamId stream,
            long opSeq,
            @Nullable String kind,
            @Nullable RecordId recordId,
            @Nullable DossierId dossierId,
            @Nullable Instant occurredAt,
            @Nullable Action action,
            @Nullable Audience audience,
            @Json.Serializer(RawJson.class) String groups) {

        public Origin {
            Objects.requireNonNull(stream, "stream");
            Objects.requireNonNull(groups, "groups");
        }
    }

    /** The group {@code refusal}. {@code detail} is for an operator and names no value. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Refusal(ReturnReason reason, String detail) {

        public Refusal {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
        }
    }
}
