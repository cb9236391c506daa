package org.tournee.mobile.request;

import io.avaje.jsonb.Json;
import org.tournee.mandate.Mandate;
import org.tournee.sync.RecordId;

/** What the form of a mandate holds, as typed; {@code lastDay} is one with it. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record MandateDraft(
        RecordId id, Mandate.Kind kind, String authority, String whatIsDue, String start, String lastDay) {}
