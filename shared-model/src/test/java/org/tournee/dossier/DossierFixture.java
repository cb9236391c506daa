package org.tournee.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanConclusion;
import org.tournee.bilan.Goal;
import org.tournee.closure.Closure;
import org.tournee.contact.Contact;
import org.tournee.document.Document;
import org.tournee.mandate.Mandate;
import org.tournee.organisation.WorkerId;
import org.tournee.outreach.Opposition;
import org.tournee.outreach.SafetyNote;
import org.tournee.outreach.Visit;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.question.Question;
import org.tournee.referral.Referral;
import org.tournee.request.Request;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightsCheckup;
import org.tournee.segment.Exemption;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.sync.Audience;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordId;
import org.tournee.workflow.SegmentChange;

/** An invented household: Léa Moreau, her child Noé, their referent since the first day. */
public final class DossierFixture {

    public static final DossierId DOSSIER = new DossierId(new UUID(1, 1));
    public static final WorkerId REFERENT = new WorkerId(new UUID(2, 1));
    public static final WorkerId REPLACEMENT = new WorkerId(new UUID(2, 2));
    public static final WorkerId COLLEAGUE = new WorkerId(new UUID(2, 3));
    public static final WorkerId NEXT_REFERENT = new WorkerId(new UUID(2, 4));
    public static final WorkerId HEAD = new WorkerId(new UUID(2, 5));
    public static final PersonId ADULT = new PersonId(new UUID(3, 1));
    public static final PersonId CHILD = new PersonId(new UUID(3, 2));

    private final LocalDate openedOn;
    private @Nullable LocalDate closedOn;
    private final List<Entry<Person>> persons = new ArrayList<>();
    private final List<Entry<ReferentTerm>> terms = new ArrayList<>();
    private final List<Entry<Stay>> stays = new ArrayList<>();
    private final List<Entry<Exemption>> exemptions = new ArrayList<>();
    private final List<Entry<Contact>> contacts = new ArrayList<>();
    private final List<Entry<Goal>> goals = new ArrayList<>();
    private final List<Entry<ActionItem>> actions = new ArrayList<>();
    private final List<Entry<BilanConclusion>> conclusions = new ArrayList<>();
    private final List<Entry<RightsCheckup>> checkups = new ArrayList<>();
    private final List<Entry<RightCheck>> rights = new ArrayList<>();
    private final List<Entry<Request>> requests = new ArrayList<>();
    private final List<Entry<Mandate>> mandates = new ArrayList<>();
    private final List<Entry<Referral>> referrals = new ArrayList<>();
    private final List<Entry<Question>> questions = new ArrayList<>();
    private final List<Entry<SegmentChange>> changes = new ArrayList<>();
    private final List<Entry<Closure>> closures = new ArrayList<>();
    private final List<Entry<Visit>> visits = new ArrayList<>();
    private final List<Entry<SafetyNote>> safetyNotes = new ArrayList<>();
    private final List<Entry<Opposition>> oppositions = new ArrayList<>();
    private final List<HouseholdFact> facts = new ArrayList<>();
    private final List<Entry<Appointment>> appointments = new ArrayList<>();
    private final List<Entry<ServiceAgreement>> agreements = new ArrayList<>();
    private final List<Entry<Document>> documents = new ArrayList<>();
    private final List<Entry<Conflict>> conflicts = new ArrayList<>();
    private long made;

    private DossierFixture(LocalDate openedOn) {
        this.openedOn = openedOn;
        persons.add(person(ADULT, "Léa", HouseholdRole.ADULT));
        persons.add(person(CHILD, "Noé", HouseholdRole.CHILD));
    }

    /** Opened that day, without anybody who answers for it. */
    public static DossierFixture withoutReferent(LocalDate openedOn) {
        return new DossierFixture(openedOn);
    }

    /** Opened that day, with its referent since. */
    public static DossierFixture openedOn(LocalDate openedOn) {
        return new DossierFixture(openedOn).answers(REFERENT, ReferentRole.REFERENT, openedOn.minusYears(1), null);
    }

    public DossierFixture closedOn(LocalDate day) {
        closedOn = day;
        return this;
    }

    public DossierFixture answers(WorkerId worker, ReferentRole role, LocalDate from, @Nullable LocalDate until) {
        terms.add(entry(new ReferentTerm(new ReferentTerm.Term(worker, role, from, until)), null));
        return this;
    }

    /** The first referent's term ends on that day, the next one's begins. */
    public DossierFixture changesReferent(LocalDate day) {
        terms.clear();
        return answers(REFERENT, ReferentRole.REFERENT, openedOn.minusYears(1), day)
                .answers(NEXT_REFERENT, ReferentRole.REFERENT, day, null);
    }

    public DossierFixture stays(Segment segment, LocalDate from, @Nullable LocalDate until) {
        return stays(new Stay(new Stay.Span(segment, from, until)));
    }

    public DossierFixture stays(Stay stay) {
        stays.add(entry(stay, null));
        return this;
    }

    public DossierFixture exempt(LocalDate from, LocalDate until) {
        Exemption.Grant grant = new Exemption.Grant(Exemption.Reason.HOSPITAL, from, until, HEAD);
        exemptions.add(entry(new Exemption(grant), null));
        return this;
    }

    public RecordId add(Exemption exemption) {
        return addTo(exemptions, exemption);
    }

    public RecordId contact(Contact contact, WorkerId author) {
        return contact(contact, author, false);
    }

    public RecordId contact(Contact contact, WorkerId author, boolean pending) {
        Entry<Contact> made = entry(contact, author, pending);
        contacts.add(made);
        return made.id();
    }

    public RecordId add(Goal goal) {
        return addTo(goals, goal);
    }

    public RecordId add(Document document) {
        return addTo(documents, document);
    }

    public RecordId add(ActionItem action) {
        return addTo(actions, action);
    }

    public RecordId add(BilanConclusion conclusion) {
        return addTo(conclusions, conclusion);
    }

    public RecordId add(RightsCheckup checkup) {
        return addTo(checkups, checkup);
    }

    public RecordId add(RightCheck check) {
        return addTo(rights, check);
    }

    public RecordId add(Appointment appointment) {
        return addTo(appointments, appointment);
    }

    public RecordId add(ServiceAgreement agreement) {
        return addTo(agreements, agreement);
    }

    public RecordId add(Request request) {
        return addTo(requests, request);
    }

    public RecordId add(Mandate mandate) {
        return addTo(mandates, mandate);
    }

    public RecordId add(Referral referral) {
        return addTo(referrals, referral);
    }

    public RecordId add(Question question) {
        return addTo(questions, question);
    }

    public RecordId add(Visit visit) {
        return addTo(visits, visit);
    }

    public RecordId add(SafetyNote note) {
        return addTo(safetyNotes, note);
    }

    public RecordId add(Opposition opposition) {
        return addTo(oppositions, opposition);
    }

    /** Known facts of the household. */
    public DossierFixture knows(HouseholdFact fact) {
        facts.add(fact);
        return this;
    }

    public RecordId add(SegmentChange change) {
        return addTo(changes, change);
    }

    public DossierFixture add(RecordId id, Closure closure) {
        closures.removeIf(entry -> entry.id().equals(id));
        closures.add(new Entry<>(id, closure, Audience.SERVICE, 1, null, null, null, null, false));
        return this;
    }

    public RecordId add(Conflict conflict) {
        return addTo(conflicts, conflict);
    }

    public DossierContents contents() {
        Dossier dossier = new Dossier(
                new Dossier.Household("Moreau"),
                new Dossier.Address("3 rue du Lavoir", "86400", "86078", "Civray"),
                null,
                facts.isEmpty() ? null : new Dossier.Situation(facts),
                new Dossier.Status(closedOn == null ? DossierStatus.OPEN : DossierStatus.CLOSED, openedOn, closedOn));
        return new DossierContents(
                DOSSIER,
                new Entry<>(new RecordId(DOSSIER.value()), dossier, Audience.SERVICE, 1, null, null, null, null, false),
                persons,
                terms,
                stays,
                exemptions,
                changes,
                closures,
                contacts,
                List.of(),
                goals,
                actions,
                conclusions,
                checkups,
                rights,
                requests,
                mandates,
                appointments,
                agreements,
                referrals,
                questions,
                visits,
                safetyNotes,
                oppositions,
                List.of(),
                documents,
                conflicts,
                0);
    }

    private <T> RecordId addTo(List<Entry<T>> entries, T value) {
        Entry<T> entry = entry(value, REFERENT);
        entries.add(entry);
        return entry.id();
    }

    private <T> Entry<T> entry(T value, @Nullable WorkerId author) {
        return entry(value, author, false);
    }

    private <T> Entry<T> entry(T value, @Nullable WorkerId author, boolean pending) {
        made++;
        RecordId id = new RecordId(new UUID(9, made));
        Instant received = pending ? null : Instant.EPOCH;
        return new Entry<>(id, value, Audience.SERVICE, pending ? 0 : 1, author, author, received, null, pending);
    }

    private static Entry<Person> person(PersonId id, String givenName, HouseholdRole role) {
        Person person = new Person(new Person.Identity("Moreau", givenName, null), new Person.Membership(role), null);
        return new Entry<>(new RecordId(id.value()), person, Audience.SERVICE, 1, null, null, null, null, false);
    }
}
