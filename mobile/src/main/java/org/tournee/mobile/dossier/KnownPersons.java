package org.tournee.mobile.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.duplicate.DuplicateRules;
import org.tournee.duplicate.Evidence;
import org.tournee.duplicate.PersonSketch;
import org.tournee.mobile.store.PhoneStore;
import org.tournee.person.Person;

/** Everybody whom this phone knows: looked through before somebody is created. Rule: R-DUP. */
public final class KnownPersons {

    private static final int MOST = 3;

    /** Somebody who may be the one whose name is typed. */
    public record Known(DossierId dossier, String household, Person person, Set<Evidence> evidence) {}

    private record Place(DossierId dossier, String household, Person person) {}

    private final Map<Place, PersonSketch> sketches = new LinkedHashMap<>();

    private KnownPersons() {}

    /** Reads all households once: a form that is open looks them through with each letter. */
    public static KnownPersons of(PhoneStore store) {
        KnownPersons known = new KnownPersons();
        for (DossierContents dossier : store.dossiers()) {
            String household = dossier.dossier().value().household().name();
            for (Entry<Person> person : dossier.household()) {
                known.sketches.put(new Place(dossier.id(), household, person.value()), PersonSketch.of(person.value()));
            }
        }
        return known;
    }

    /** Those who may be the one sought, the likeliest first; a few at most. */
    public List<Known> like(PersonSketch sought) {
        return DuplicateRules.find(sought, sketches).stream()
                .limit(MOST)
                .map(found -> new Known(
                        found.id().dossier(),
                        found.id().household(),
                        found.id().person(),
                        found.likeness().evidence()))
                .toList();
    }
}
