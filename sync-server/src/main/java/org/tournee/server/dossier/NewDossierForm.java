package org.tournee.server.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.DossierStatus;
import org.tournee.duplicate.PersonSketch;
import org.tournee.organisation.WorkerId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.request.Request;
import org.tournee.server.page.FormFields;

/** What was typed to look for somebody, and to open a dossier for them. */
final class NewDossierForm {

    static final String ID = "dossier";
    static final String FAMILY = "nom";
    static final String GIVEN = "prenom";
    static final String BIRTH = "naissance";
    static final String ROLE = "role";
    static final String PHONE = "telephone";
    static final String STREET = "rue";
    static final String POSTCODE = "code-postal";
    static final String COMMUNE = "commune";
    static final String REFERENT = "referent";
    static final String SUBJECT = "sujet";
    static final String ORIGIN = "origine";
    static final String URGENCY = "urgence";
    static final String TEXT = "texte";
    static final String NOT_THEM = "autre-que-";

    /** So many others of the household may be written at once. */
    static final int OTHERS = 4;

    static final NewDossierForm EMPTY = new NewDossierForm(Map.of());

    private final FormFields fields;

    NewDossierForm(Map<String, String> fields) {
        this.fields = new FormFields(fields);
    }

    String text(String field) {
        return fields.text(field);
    }

    /** The id of the dossier that it opens, made with the form. */
    Optional<DossierId> id() {
        return fields.id(ID).map(DossierId::new);
    }

    boolean isTicked(String field) {
        return !fields.text(field).isEmpty();
    }

    /** Empty where too little was typed to look for anybody. */
    Optional<PersonSketch> sought() {
        return text(FAMILY).isEmpty() || text(GIVEN).isEmpty()
                ? Optional.empty()
                : Optional.of(PersonSketch.of(first()));
    }

    /** The field of one of the others of the household, from 1. */
    static String other(String field, int number) {
        return field + "-" + number;
    }

    /**
     * What is to be opened.
     *
     * @param communes names by code
     * @param today the day of the organisation
     * @return empty where something is missing
     */
    Optional<NewDossier> wanted(Map<String, String> communes, LocalDate today) {
        Optional<UUID> id = fields.id(ID);
        Optional<UUID> referent = fields.id(REFERENT);
        String commune = communes.get(text(COMMUNE));
        if (id.isEmpty()
                || referent.isEmpty()
                || commune == null
                || sought().isEmpty()
                || lacksAGivenName()
                || text(STREET).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewDossier(
                new DossierId(id.get()),
                new Dossier(
                        new Dossier.Household(text(FAMILY)),
                        new Dossier.Address(text(STREET), text(POSTCODE), text(COMMUNE), commune),
                        text(PHONE).isEmpty() ? null : new Dossier.Reachability(text(PHONE), null),
                        null,
                        new Dossier.Status(DossierStatus.OPEN, today, null)),
                persons(),
                request(today),
                new WorkerId(referent.get()),
                toldApart()));
    }

    /** Those of whom it was ticked that it is somebody else. */
    Set<String> toldApart() {
        return fields.byName().keySet().stream()
                .filter(field -> field.startsWith(NOT_THEM) && isTicked(field))
                .map(field -> field.substring(NOT_THEM.length()))
                .collect(Collectors.toSet());
    }

    /** Somebody of the household of whom something was typed, but not how they are called. */
    private boolean lacksAGivenName() {
        return IntStream.rangeClosed(1, OTHERS)
                .anyMatch(number -> text(other(GIVEN, number)).isEmpty()
                        && !(text(other(FAMILY, number)).isEmpty()
                                && text(other(BIRTH, number)).isEmpty()));
    }

    private List<Person> persons() {
        List<Person> persons = new ArrayList<>(List.of(first()));
        for (int number = 1; number <= OTHERS; number++) {
            String given = text(other(GIVEN, number));
            String family = text(other(FAMILY, number));
            if (!given.isEmpty()) {
                persons.add(new Person(
                        new Person.Identity(
                                family.isEmpty() ? text(FAMILY) : family,
                                given,
                                fields.day(other(BIRTH, number)).orElse(null)),
                        new Person.Membership(fields.code(other(ROLE, number), HouseholdRole.class)
                                .orElse(HouseholdRole.ADULT)),
                        null));
            }
        }
        return persons;
    }

    private Person first() {
        return new Person(
                new Person.Identity(text(FAMILY), text(GIVEN), fields.day(BIRTH).orElse(null)),
                new Person.Membership(HouseholdRole.ADULT),
                text(PHONE).isEmpty() ? null : new Person.Reachability(text(PHONE), null));
    }

    /** Received today; null where nothing is asked. What was written without a subject is about something else. */
    private @Nullable Request request(LocalDate today) {
        return fields.code(SUBJECT, Topic.class)
                .or(() -> text(TEXT).isEmpty() ? Optional.empty() : Optional.of(Topic.OTHER))
                .map(subject -> new Request(
                        new Request.Demand(
                                fields.code(ORIGIN, Request.Origin.class).orElse(Request.Origin.PERSON),
                                fields.code(URGENCY, Request.Urgency.class).orElse(Request.Urgency.NORMAL),
                                subject,
                                today,
                                text(TEXT)),
                        Request.Handling.NONE))
                .orElse(null);
    }
}
