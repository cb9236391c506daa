package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;

/**
 * Two edits of one field group that cannot both stand; every value is kept. Rule: R-REC.
 *
 * <p>The server's value stays current until somebody settles it.
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Conflict(Subject subject, Variants variants, State state) {

    public Conflict {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(variants, "variants");
        Objects.requireNonNull(state, "state");
    }

    /**
     * The group {@code subject}: which group of which record.
     *
     * @param group {@link #WHOLE_RECORD} where somebody deleted the record and somebody else wrote to it: a variant's
     *     value is then the JSON object of all groups, or null for the deletion
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Subject(RecordId recordId, String kind, String group) {

        public static final String WHOLE_RECORD = "*";

        public Subject {
            Objects.requireNonNull(recordId, "recordId");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(group, "group");
        }
    }

    /**
     * The group {@code variants}.
     *
     * @param base what the authors had in common, null for nothing
     * @param all at least two; the first is the one that was current when the conflict arose
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Variants(
            @Json.Serializer(RawJson.class) @Nullable String base, List<Variant> all) {

        public Variants {
            all = List.copyOf(all);
        }
    }

    /**
     * One value and whose it is.
     *
     * @param id stable within the conflict: what a {@link Settlement} says that it saw
     * @param value the JSON value of the group, null where the author took it away
     * @param occurredAt when its author says that it was made
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Variant(
            String id,
            StreamId stream,
            @Nullable WorkerId author,
            @Json.Serializer(RawJson.class) @Nullable String value,
            @Nullable Instant occurredAt,
            Instant receivedAt) {

        public Variant {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(stream, "stream");
            Objects.requireNonNull(receivedAt, "receivedAt");
        }
    }

    /**
     * The group {@code state}.
     *
     * @param settledBy null while open
     * @param settledAt null while open
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record State(
            boolean open,
            @Nullable WorkerId settledBy,
            @Nullable Instant settledAt) {}
}
