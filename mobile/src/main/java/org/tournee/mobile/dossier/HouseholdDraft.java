package org.tournee.mobile.dossier;

import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.List;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.mobile.app.Messages;
import org.tournee.person.HouseholdRole;
import org.tournee.sync.RecordId;

/**
 * What the household form holds, as typed, valid or not. Rule: R-OFF.
 *
 * @param persons those whom the dossier does not know are new
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record HouseholdDraft(
        String name,
        String street,
        String postcode,
        String communeCode,
        String communeName,
        String phone,
        String note,
        List<PersonDraft> persons) {

    public HouseholdDraft {
        persons = List.copyOf(persons);
    }

    /**
     * One person as typed; days as people write them, {@code 3/11/1985}.
     *
     * @param leftOn since when they are not of the household any more; empty while they are
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record PersonDraft(
            RecordId id,
            String givenName,
            String familyName,
            String birthDate,
            HouseholdRole role,
            String leftOn,
            String phone,
            String email) {}

    /** What the form begins with. */
    public static HouseholdDraft of(DossierContents contents, Messages messages) {
        List<PersonDraft> persons = contents.household().stream()
                .map(entry -> PersonFields.typed(entry.id(), entry.value(), messages))
                .toList();
        return of(contents.dossier().value(), persons);
    }

    private static HouseholdDraft of(Dossier dossier, List<PersonDraft> persons) {
        Dossier.Address address = dossier.address();
        Dossier.Reachability reach = dossier.reachability();
        return new HouseholdDraft(
                dossier.household().name(),
                address.street(),
                address.postcode(),
                address.communeCode(),
                address.communeName(),
                reach == null ? "" : PersonFields.orEmpty(reach.phone()),
                reach == null ? "" : PersonFields.orEmpty(reach.note()),
                persons);
    }

    /** The same with what another value of the dossier's own record says. */
    public HouseholdDraft with(Dossier dossier) {
        return of(dossier, persons);
    }

    /** The same with what another value of a person says, or with one person more. */
    public HouseholdDraft with(PersonDraft person) {
        List<PersonDraft> all = new ArrayList<>(persons);
        int at = all.stream().map(PersonDraft::id).toList().indexOf(person.id());
        if (at < 0) {
            all.add(person);
        } else {
            all.set(at, person);
        }
        return new HouseholdDraft(name, street, postcode, communeCode, communeName, phone, note, all);
    }
}
