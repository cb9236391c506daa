package org.tournee.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentTerm;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.request.Request;
import org.tournee.segment.Exemption;
import org.tournee.segment.Stay;

/**
 * A dossier to be opened, with what only the service may write.
 *
 * @param persons by their id, which is their record's
 * @param terms who answers for it: they get it on their phones
 * @param requests why the household comes
 * @param at when it is opened, as the server's clock says
 */
public record Opening(
        DossierId id,
        Dossier dossier,
        Map<PersonId, Person> persons,
        List<Stay> stays,
        List<ReferentTerm.Term> terms,
        List<Exemption> exemptions,
        List<Request> requests,
        Instant at) {

    /** One for which nothing was asked yet. */
    public Opening(
            DossierId id,
            Dossier dossier,
            Map<PersonId, Person> persons,
            List<Stay> stays,
            List<ReferentTerm.Term> terms,
            List<Exemption> exemptions,
            Instant at) {
        this(id, dossier, persons, stays, terms, exemptions, List.of(), at);
    }

    public Opening {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        persons = Map.copyOf(persons);
        stays = List.copyOf(stays);
        terms = List.copyOf(terms);
        exemptions = List.copyOf(exemptions);
        requests = List.copyOf(requests);
        Objects.requireNonNull(at, "at");
    }
}
