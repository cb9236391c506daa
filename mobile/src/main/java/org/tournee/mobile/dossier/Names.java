package org.tournee.mobile.dossier;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.organisation.WorkerId;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.reception.Desk;

/** How people and desks are called on the screens. */
public final class Names {

    private Names() {}

    /** The full name of somebody of a household, or a word for one who is not known here. */
    public static String ofPerson(DossierContents contents, PersonId person, Messages messages) {
        return identity(contents, person)
                .map(Person.Identity::fullName)
                .orElseGet(() -> messages.get("person.unknown"));
    }

    /** Their given name, as one calls them among their own, or a word for one who is not known here. */
    public static String given(DossierContents contents, PersonId person, Messages messages) {
        return identity(contents, person)
                .map(Person.Identity::givenName)
                .orElseGet(() -> messages.get("person.unknown"));
    }

    private static Optional<Person.Identity> identity(DossierContents contents, PersonId person) {
        return contents.persons().stream()
                .filter(entry -> entry.id().value().equals(person.value()))
                .map(entry -> entry.value().identity())
                .findFirst();
    }

    /** "Moi", the colleague's name, or a word for somebody whom the phone does not know; null is the service. */
    public static String of(Phone phone, @Nullable WorkerId worker) {
        if (worker == null) {
            return phone.messages().get("worker.service");
        }
        if (worker.equals(phone.store().worker())) {
            return phone.messages().get("worker.me");
        }
        return phone.store()
                .worker(worker)
                .map(known -> known.profile().name())
                .orElseGet(() -> phone.messages().get("worker.unknown"));
    }

    /** "Permanence de Gençay", "Accueil – MDS de Civray". Rule: R-PER. */
    public static String of(Messages messages, Desk desk) {
        return desk.isOfSite()
                ? messages.get("reception.siteDesk", desk.place().siteName())
                : messages.get("reception.permanence", desk.place().communeName());
    }
}
