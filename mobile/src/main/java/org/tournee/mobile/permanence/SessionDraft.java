package org.tournee.mobile.permanence;

import io.avaje.jsonb.Json;
import org.tournee.sync.RecordId;

/** What the form of a session holds, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record SessionDraft(RecordId id, String day, String minutes, String participants, String firstTime) {}
