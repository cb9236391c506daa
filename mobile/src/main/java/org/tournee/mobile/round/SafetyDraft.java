package org.tournee.mobile.round;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.RecordId;

/**
 * What the form of a safety note holds, as typed. Rule: R-OFF.
 *
 * @param id that the note will have; null in drafts of earlier versions
 * @param months for how long it is shown
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record SafetyDraft(@Nullable RecordId id, String fact, int months) {}
