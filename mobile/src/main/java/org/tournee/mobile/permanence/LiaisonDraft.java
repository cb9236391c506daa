package org.tournee.mobile.permanence;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.WorkerId;
import org.tournee.request.Request;
import org.tournee.sync.RecordId;

/**
 * What a liaison sheet holds, as typed. Rule: R-OFF.
 *
 * @param to what is typed of whom it goes to
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record LiaisonDraft(
        RecordId id,
        String to,
        @Nullable WorkerId worker,
        @Nullable TeamId team,
        String text,
        Request.Urgency urgency) {}
