package org.tournee.mobile.question;

import io.avaje.jsonb.Json;

/** What the form of an answer holds, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record AnswerDraft(String text) {}
