package org.tournee.mobile.request;

import io.avaje.jsonb.Json;

/** What the form that ends a mandate holds, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record MandateEndDraft(String lastDay) {}
