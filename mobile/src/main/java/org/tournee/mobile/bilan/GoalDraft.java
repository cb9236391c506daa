package org.tournee.mobile.bilan;

import io.avaje.jsonb.Json;
import org.tournee.bilan.Dimension;
import org.tournee.sync.RecordId;

/**
 * What the form of a goal holds, as typed. Rule: R-OFF.
 *
 * @param id the id that the goal will have
 * @param agreed whether the person agrees to it today
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record GoalDraft(RecordId id, Dimension dimension, String text, boolean agreed) {}
