package org.tournee.mobile.rights;

import io.avaje.jsonb.Json;

/** Why somebody does not want a right, as typed so far. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record ReasonDraft(String reason) {}
