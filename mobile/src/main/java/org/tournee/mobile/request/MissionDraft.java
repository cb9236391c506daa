package org.tournee.mobile.request;

import io.avaje.jsonb.Json;
import org.tournee.mandate.Mandate;

/** What the form that corrects a mandate holds, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record MissionDraft(Mandate.Kind kind, String authority, String whatIsDue) {}
