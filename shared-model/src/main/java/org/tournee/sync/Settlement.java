package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody settled a conflict.
 *
 * @param seen the ids of the variants that they saw: one that they did not see keeps the conflict open
 * @param value the JSON value that stands from now on: a variant's or a new one
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Settlement(
        List<String> seen,
        @Json.Serializer(RawJson.class) @Nullable String value) {

    public Settlement {
        seen = List.copyOf(seen);
    }
}
