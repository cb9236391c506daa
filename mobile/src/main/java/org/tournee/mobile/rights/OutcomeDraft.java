package org.tournee.mobile.rights;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;
import org.tournee.rights.FollowUpOutcome;

/**
 * What the form of an outcome holds, as typed. Rule: R-OFF.
 *
 * @param outcome null while none is chosen
 * @param day as people write it, {@code 3/11/2026}
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record OutcomeDraft(@Nullable FollowUpOutcome outcome, String day) {}
