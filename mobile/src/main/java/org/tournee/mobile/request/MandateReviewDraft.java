package org.tournee.mobile.request;

import io.avaje.jsonb.Json;

/** What the form of a mandate's review holds, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record MandateReviewDraft(String heldOn, String conclusion) {}
