package org.tournee.mobile.question;

import io.avaje.jsonb.Json;
import org.tournee.sync.RecordId;

/** What the form of a question holds, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record QuestionDraft(RecordId id, RecordId about, String text) {}
