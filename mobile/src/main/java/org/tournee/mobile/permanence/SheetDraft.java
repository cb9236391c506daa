package org.tournee.mobile.permanence;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.request.Request;

/** What a reception sheet holds, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record SheetDraft(
        String name,
        String phone,
        @Nullable DossierId dossier,
        @Nullable Topic subject,
        Request.Urgency urgency,
        String note) {}
