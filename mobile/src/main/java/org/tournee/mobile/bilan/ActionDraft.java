package org.tournee.mobile.bilan;

import io.avaje.jsonb.Json;
import org.tournee.bilan.ActionItem;
import org.tournee.sync.RecordId;

/**
 * What the form of an action holds, as typed. Rule: R-OFF.
 *
 * @param id the id that the action will have
 * @param due the day as people write it, {@code 3/11/2026}; empty for none
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record ActionDraft(RecordId id, String what, ActionItem.By by, ActionItem.Horizon horizon, String due) {}
