package org.tournee.mobile.bilan;

import io.avaje.jsonb.Json;
import org.tournee.bilan.BilanConclusion;

/** What the form of the conclusion holds, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record ConclusionDraft(BilanConclusion.Orientation orientation, String reason) {}
