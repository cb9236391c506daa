package org.tournee.mobile.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tournee.appointment.Appointment;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.outreach.Visit;
import org.tournee.person.HouseholdRole;
import org.tournee.person.PersonId;
import org.tournee.reception.Desk;
import org.tournee.reception.WalkIn;
import org.tournee.sync.Audience;

/** What the form begins with: the likely values, so that the common case takes few taps. Rule: R-CON. */
final class ContactDefaults {

    private static final int MINUTES_STEP = 5;

    private final DossierContents dossier;
    private final Phone phone;
    private final LocalDate today;

    ContactDefaults(DossierContents dossier, Phone phone) {
        this.dossier = dossier;
        this.phone = phone;
        this.today = phone.today();
    }

    /** A new contact: as the desk received them, or as it was planned for today, else where and with whom the last one was, now. */
    ContactDraft fresh() {
        ZonedDateTime now = phone.clock().instant().atZone(zone());
        Optional<Contact> last = lastHeldInPerson();
        Optional<Appointment.Plan> planned = planned(now.toInstant());
        Optional<WalkIn> received = receivedToday();
        Place place = received.map(this::placeOf)
                .or(() -> planned.map(Appointment.Plan::place))
                .or(() -> isVisited() ? Optional.of(Place.HOME) : Optional.empty())
                .or(() -> last.map(contact -> contact.meeting().place()))
                .orElse(Place.HOME);
        Instant start = received.map(walkIn -> walkIn.course().receivedAt())
                .or(() -> planned.map(Appointment.Plan::startsAt))
                .orElseGet(
                        () -> now.minusMinutes(now.getMinute() % MINUTES_STEP).toInstant());
        return new ContactDraft(
                NewRecord.id(),
                ContactAsTyped.when(start, phone),
                new ContactDraft.How(
                        Channel.IN_PERSON,
                        place,
                        received.filter(walkIn -> !walkIn.arrival().byAppointment())
                                        .isPresent()
                                ? Planning.SPONTANEOUS
                                : Planning.PLANNED,
                        Happening.HELD),
                null,
                last.map(contact -> known(contact.attendance().persons()))
                        .filter(persons -> !persons.isEmpty())
                        .orElseGet(this::onlyAdult),
                new ContactDraft.About(List.of(), true, "", Result.NONE),
                false,
                "",
                List.of(),
                null);
    }

    private ZoneId zone() {
        return phone.store().profile().zone();
    }

    /** A correction: everything as the earlier contact has it. */
    ContactDraft correcting(Entry<Contact> earlier) {
        return ContactAsTyped.of(
                earlier.value(), earlier.audience() == Audience.RESTRICTED, "", List.of(), null, phone);
    }

    /** The appointment of today whose hour has come and which was not missed, the last one begun. Rule: R-APP. */
    private Optional<Appointment.Plan> planned(Instant now) {
        return dossier.appointments().stream()
                .map(Entry::value)
                .filter(one -> one.attendance().state() == Appointment.State.PLANNED
                        || one.attendance().state() == Appointment.State.HELD)
                .map(Appointment::plan)
                .filter(plan -> plan.worker().equals(phone.store().worker())
                        && !plan.startsAt().isAfter(now))
                .filter(plan -> LocalDate.ofInstant(plan.startsAt(), zone()).equals(today))
                .filter(plan -> dossier.heldContacts()
                        .noneMatch(contact -> !contact.meeting().startedAt().isBefore(plan.startsAt())))
                .max(Comparator.comparing(Appointment.Plan::startsAt));
    }

    /** Of that household, whom this worker received last at a desk today, and whom no contact tells of yet. Rule: R-PER. */
    private Optional<WalkIn> receivedToday() {
        return phone.store().registers().stream()
                .flatMap(register -> register.walkIns().stream())
                .map(Entry::value)
                .filter(walkIn -> dossier.id().equals(walkIn.visitor().dossier())
                        && walkIn.arrival().day().equals(today)
                        && phone.store().worker().equals(walkIn.course().by()))
                .filter(walkIn -> dossier.heldContacts()
                        .noneMatch(contact -> !contact.meeting().startedAt().isBefore(begun(walkIn))))
                .max(Comparator.comparing(walkIn -> walkIn.arrival().at()));
    }

    /** When they sat down, or came, in whole minutes: a contact is written in no finer ones. */
    private static Instant begun(WalkIn walkIn) {
        Instant received = walkIn.course().receivedAt();
        return (received == null ? walkIn.arrival().at() : received).truncatedTo(ChronoUnit.MINUTES);
    }

    /** The site's own desk is its office. Rule: R-SEG-2. */
    private Place placeOf(WalkIn walkIn) {
        Desk desk = phone.store().desks().get(walkIn.arrival().desk());
        return desk != null && desk.isOfSite() ? Place.OFFICE : Place.PERMANENCE;
    }

    /** Whether one goes there on one's own round today: then one is at their home. Rule: R-OUT. */
    private boolean isVisited() {
        return dossier.visits().stream()
                .map(Entry::value)
                .filter(visit -> visit.plan().worker().equals(phone.store().worker()))
                .anyMatch(visit -> visit.plan().day().equals(today)
                        && (visit.ending() == null || visit.ending().state() == Visit.State.MET));
    }

    private Optional<Contact> lastHeldInPerson() {
        return dossier.heldContacts()
                .filter(contact -> contact.meeting().channel() == Channel.IN_PERSON)
                .max(Comparator.comparing(contact -> contact.meeting().startedAt()));
    }

    private List<PersonId> known(List<PersonId> persons) {
        List<PersonId> held = dossier.household().stream()
                .filter(entry -> entry.value().membership().runsOn(today))
                .map(entry -> new PersonId(entry.id().value()))
                .toList();
        return persons.stream().filter(held::contains).toList();
    }

    /** Whom one surely met when a single adult lives there; with several, the worker says who it was. */
    private List<PersonId> onlyAdult() {
        List<PersonId> adults = dossier.household().stream()
                .filter(entry -> entry.value().membership().runsOn(today))
                .filter(entry -> entry.value().membership().role() == HouseholdRole.ADULT)
                .map(entry -> new PersonId(entry.id().value()))
                .toList();
        return adults.size() == 1 ? adults : List.of();
    }
}
