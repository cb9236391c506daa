package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last line of a pull's answer; an answer without it was cut and is thrown away.
 *
 * @param upto by bucket asked for, the position up to which this answer holds everything
 * @param more some bucket asked for has rows beyond {@code upto}: ask again with the new cursors
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record PullEnd(Map<String, Long> upto, boolean more) {

    public PullEnd {
        upto = Collections.unmodifiableMap(new LinkedHashMap<>(upto));
    }
}
