package org.tournee.sync;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one field group: values that only make sense together, such as an address.
 *
 * @param base the JSON value that the author saw, null where there was none
 * @param value the JSON value that the author wrote ({@code new} on the wire), null where they took it away
 */
@Json
public record GroupChange(
        @Json.Serializer(RawJson.class) @Nullable String base,

        @Json.Serializer(RawJson.class) @Json.Property("new") @Nullable
        String value) {}
