package org.tournee.placeholder;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One member of each kind that goes over the wire.
 *
 * @param placeholderId a wrapped identifier
 * @param shade an enum
 * @param bornOn a day
 * @param recordedAt an instant
 * @param freeData anything
 * @param rawGroups JSON passed on as it came
 * @param lastOutcome a sealed choice
 * @param remark absent when null
 * @param others identifiers in a list
 * @param outcomesByName choices in a map
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Placeholder(
        PlaceholderId placeholderId,
        PlaceholderShade shade,
        LocalDate bornOn,
        Instant recordedAt,
        Map<String, Object> freeData,
        @Json.Serializer(PlaceholderVerbatimAdapter.class) String rawGroups,
        PlaceholderOutcome lastOutcome,
        @Nullable String remark,
        List<PlaceholderId> others,
        Map<String, PlaceholderOutcome> outcomesByName) {}
