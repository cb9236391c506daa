package org.tournee.mobile.dossier;

import io.avaje.jsonb.Json;
import java.util.List;
import org.tournee.dossier.DossierId;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/**
 * What was chosen of a move, kept before anything is written: whoever comes back ends it. Rules: R-OFF, R-CON.
 *
 * @param copy the id that the contact gets in the right dossier: the same on every try, so that there is one copy
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record MoveDraft(DossierId right, RecordId copy, List<PersonId> present) {

    public MoveDraft {
        present = List.copyOf(present);
    }
}
