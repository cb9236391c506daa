package org.tournee.mobile.bilan;

import io.avaje.jsonb.Json;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.sync.RecordId;

/**
 * What the form of an item holds, as typed. Rule: R-OFF.
 *
 * @param id the id that the item will have: a draft whose item exists was saved just before a kill
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record ItemDraft(
        RecordId id,
        Dimension dimension,
        Side side,
        Effect effect,
        WhoseWord whoseWord,
        String text,
        boolean concernsThirdParty,
        boolean restricted) {}
