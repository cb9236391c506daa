package org.tournee.mobile.agreement;

import io.avaje.jsonb.Json;
import java.util.Set;
import org.tournee.organisation.WorkerId;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/**
 * What the form of an agreement holds, as typed. Rule: R-OFF.
 *
 * @param exception whether it says why there is none
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record AgreementDraft(
        RecordId id,
        boolean exception,
        String commitments,
        String service,
        Set<RecordId> goals,
        String startsOn,
        String endsOn,
        Set<PersonId> persons,
        WorkerId worker,
        String signedOn,
        String reason) {

    public AgreementDraft {
        goals = Set.copyOf(goals);
        persons = Set.copyOf(persons);
    }
}
