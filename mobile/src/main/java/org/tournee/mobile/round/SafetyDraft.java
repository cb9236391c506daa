package org.tournee.mobile.round;

import io.avaje.jsonb.Json;

/**
 * What the form of a safety note holds, as typed. Rule: R-OFF.
 *
 * @param months for how long it is shown
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record SafetyDraft(String fact, int months) {}
