package org.tournee.server.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.duplicate.PersonSketch;
import org.tournee.organisation.WorkerId;
import org.tournee.person.Person;
import org.tournee.request.Request;
import org.tournee.sync.RecordRules;
import org.tournee.sync.Violation;

/**
 * A dossier that somebody wants to open.
 *
 * @param id made with the form: sent twice, it is opened once
 * @param persons of the household, whoever comes first first; at least one
 * @param request why they come; null where nothing was asked yet
 * @param toldApart the tokens of those who look alike, were looked at, and are none of these persons
 */
record NewDossier(
        DossierId id,
        Dossier dossier,
        List<Person> persons,
        @Nullable Request request,
        WorkerId referent,
        Set<String> toldApart) {

    NewDossier {
        persons = List.copyOf(persons);
        toldApart = Set.copyOf(toldApart);
    }

    /** What breaks a rule of its record: the same rules as on the phone. */
    List<Violation> violations() {
        List<Violation> all = new ArrayList<>(RecordRules.dossier(dossier));
        persons.forEach(person -> all.addAll(RecordRules.person(person)));
        if (request != null) {
            all.addAll(RecordRules.request(request));
        }
        return all;
    }

    Stream<PersonSketch> sketches() {
        return persons.stream().map(PersonSketch::of);
    }
}
