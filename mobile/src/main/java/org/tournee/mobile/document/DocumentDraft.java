package org.tournee.mobile.document;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/**
 * What the form of a document holds, as typed. Rules: R-OFF, R-DOC.
 *
 * @param file the document whose bytes are sealed on this phone already; null while none is chosen
 * @param contentType of that file; null while none is chosen
 * @param stripped whether that file is without what a camera notes; false in drafts of earlier versions
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record DocumentDraft(
        String kind,
        String title,
        List<PersonId> persons,
        String expiresOn,
        boolean agreed,
        @Nullable RecordId file,
        @Nullable String contentType,
        boolean stripped) {

    public DocumentDraft {
        persons = List.copyOf(persons);
    }
}
