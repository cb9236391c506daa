package org.tournee.placeholder;

import io.avaje.jsonb.Json;
import java.util.UUID;

/**
 * A typed identifier: a bare string in JSON.
 *
 * @param value the identifier itself
 */
@Json
public record PlaceholderId(@Json.Value UUID value) {}
