package org.tournee.mobile.opening;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.request.Request;
import org.tournee.sync.RecordId;

/**
 * What the form of a new dossier holds, as typed; a day as people write it, {@code 3/11/1985}. Rule: R-OFF.
 *
 * @param person the id that the person will have
 * @param request the id that the first request will have
 * @param subject of the request; null where nothing is asked yet
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record NewDossierDraft(
        RecordId person,
        RecordId request,
        String givenName,
        String familyName,
        String birthDate,
        String phone,
        String postcode,
        String communeCode,
        String communeName,
        String note,
        @Nullable Topic subject,
        Request.Urgency urgency,
        String text) {

    /** One in which nothing was typed. */
    static NewDossierDraft empty(RecordId person, RecordId request) {
        return new NewDossierDraft(person, request, "", "", "", "", "", "", "", "", null, Request.Urgency.NORMAL, "");
    }
}
