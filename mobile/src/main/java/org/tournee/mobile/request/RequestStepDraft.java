package org.tournee.mobile.request;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;
import org.tournee.request.Request;

/**
 * What the form of a request's step holds, as typed. Rule: R-OFF.
 *
 * @param day as people write it
 * @param decision null while none is chosen, and for steps that decide nothing
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record RequestStepDraft(String day, Request.@Nullable Decision decision) {}
