package org.tournee.server.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.DossierStatus;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentTerm;
import org.tournee.mandate.Mandate;
import org.tournee.organisation.WorkerId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.request.Request;
import org.tournee.segment.Exemption;
import org.tournee.segment.Stay;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;

/**
 * Gathers the facts of one dossier and gives them as a dossier without names and words, so that the very rules of the
 * phone run on it: there is no second way to count. Rule: R-SEG-4.
 */
final class DossierFacts {

    private static final String NOTHING = "";

    /** The facts do not keep where to: for the norms it is enough that it is elsewhere. */
    private static final DossierId SOMEWHERE = new DossierId(new UUID(0, 0));

    private final DossierId id;
    private LocalDate openedOn = LocalDate.EPOCH;
    private final List<Entry<Person>> persons = new ArrayList<>();
    private final List<Entry<ReferentTerm>> terms = new ArrayList<>();
    private final List<Entry<Stay>> stays = new ArrayList<>();
    private final List<Entry<Exemption>> exemptions = new ArrayList<>();
    private final List<Entry<Request>> requests = new ArrayList<>();
    private final List<Entry<Mandate>> mandates = new ArrayList<>();
    private final List<Entry<Contact>> contacts = new ArrayList<>();

    DossierFacts(DossierId id) {
        this.id = id;
    }

    DossierId id() {
        return id;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    void openedOn(LocalDate day) {
        openedOn = day;
    }

    void person(UUID record, boolean adult) {
        HouseholdRole role = adult ? HouseholdRole.ADULT : HouseholdRole.CHILD;
        persons.add(entry(
                record,
                new Person(new Person.Identity(NOTHING, NOTHING, null), new Person.Membership(role), null),
                null));
    }

    void term(UUID record, ReferentTerm.Term term) {
        terms.add(entry(record, new ReferentTerm(term), null));
    }

    void stay(UUID record, Stay.Span span) {
        stays.add(entry(record, new Stay(span), null));
    }

    void exemption(UUID record, LocalDate from, LocalDate until) {
        Exemption.Grant grant =
                new Exemption.Grant(Exemption.Reason.ABSENCE, from, until, new WorkerId(new UUID(0, 0)));
        exemptions.add(entry(record, new Exemption(grant), null));
    }

    void mandate(UUID record, Mandate.Kind kind, Mandate.Term term) {
        mandates.add(entry(record, new Mandate(new Mandate.Mission(kind, NOTHING, null), term), null));
    }

    void request(UUID record, LocalDate receivedOn, @Nullable LocalDate decidedOn) {
        Request.Demand demand =
                new Request.Demand(Request.Origin.PERSON, Request.Urgency.NORMAL, Topic.OTHER, receivedOn, NOTHING);
        Request.Decision decision = decidedOn == null ? null : Request.Decision.GRANTED;
        requests.add(entry(
                record, new Request(demand, new Request.Handling(null, null, decision, decidedOn, null, null)), null));
    }

    void contact(UUID record, ContactRow row) {
        contacts.add(journalEntry(record, row));
    }

    /** A contact without its words: what the rules of norms and reminders look at. */
    static Entry<Contact> journalEntry(UUID record, ContactRow row) {
        Contact.Meeting meeting = new Contact.Meeting(
                row.startedAt(),
                row.channel(),
                Place.ELSEWHERE,
                Planning.PLANNED,
                row.happening(),
                row.complete() ? 1 : null);
        Contact.Content content = new Contact.Content(List.of(), row.socialWork(), NOTHING, Result.NONE);
        Contact.Amendment amendment = row.corrects() == null
                ? null
                : new Contact.Amendment(new RecordId(row.corrects()), NOTHING, row.moved() ? SOMEWHERE : null);
        return entry(
                record, new Contact(meeting, new Contact.Attendance(row.persons()), content, amendment), row.author());
    }

    DossierContents contents() {
        Dossier dossier = new Dossier(
                new Dossier.Household(NOTHING),
                new Dossier.Address(NOTHING, NOTHING, NOTHING, NOTHING),
                null,
                null,
                new Dossier.Status(DossierStatus.OPEN, openedOn, null));
        return new DossierContents(
                id,
                entry(id.value(), dossier, null),
                persons,
                terms,
                stays,
                exemptions,
                List.of(),
                List.of(),
                contacts,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                requests,
                mandates,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0);
    }

    private static <T> Entry<T> entry(UUID record, T value, @Nullable WorkerId author) {
        return new Entry<>(new RecordId(record), value, Audience.SERVICE, 1, author, author, null, null, false);
    }

    /**
     * What of a contact is kept beside it.
     *
     * @param moved whether only the stub of it is left here. Rule: R-CON
     */
    record ContactRow(
            Instant startedAt,
            Channel channel,
            Happening happening,
            boolean moved,
            boolean socialWork,
            boolean complete,
            List<PersonId> persons,
            @Nullable WorkerId author,
            @Nullable UUID corrects) {}
}
