package org.tournee.mobile.dossier;

import io.avaje.jsonb.Json;
import java.util.List;
import org.tournee.sync.RecordId;

/** What the household form holds, as typed, valid or not. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record HouseholdDraft(
        String name, String street, String postcode, String phone, String note, List<PersonDraft> persons) {

    public HouseholdDraft {
        persons = List.copyOf(persons);
    }

    /** One person as typed; {@code birthDate} as people write it, {@code 3/11/1985}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record PersonDraft(
            RecordId id, String givenName, String familyName, String birthDate, String phone, String email) {}
}
