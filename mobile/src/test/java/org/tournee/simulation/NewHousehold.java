package org.tournee.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.DossierStatus;
import org.tournee.mobile.store.Edit;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.sync.Audience;
import org.tournee.sync.DossierOpening;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** A household for which somebody opens a dossier on a phone; sometimes it breaks a rule of its kind. */
final class NewHousehold {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    private final SplittableRandom random;
    private final DossierId id;

    NewHousehold(SplittableRandom random) {
        this.random = random;
        this.id = new DossierId(newId());
    }

    DossierId id() {
        return id;
    }

    Edits.Made opening() {
        boolean wrong = random.nextInt(6) == 0;
        Dossier dossier = new Dossier(
                new Dossier.Household(wrong ? "" : "Ménage de passage"),
                new Dossier.Address("", "", "86194", "Poitiers"),
                null,
                null,
                new Dossier.Status(DossierStatus.OPEN, DAY.minusDays(random.nextInt(3)), null));
        Person person = new Person(
                new Person.Identity("Moreau", "Alex", null), new Person.Membership(HouseholdRole.ADULT), null);
        return new Edits.Made(
                Edit.of(
                        id,
                        new Edit.Create(RecordKind.DOSSIER, DossierOpening.recordOf(id), Audience.SERVICE, dossier),
                        new Edit.Create(RecordKind.PERSON, new RecordId(newId()), Audience.SERVICE, person)),
                wrong,
                List.of());
    }

    Edits.Made firstContact() {
        Contact contact = new Contact(
                new Contact.Meeting(
                        Instant.parse("2026-03-09T09:00:00Z"),
                        Channel.IN_PERSON,
                        Place.OFFICE,
                        Planning.SPONTANEOUS,
                        Happening.HELD,
                        30),
                new Contact.Attendance(List.of()),
                new Contact.Content(List.of(), true, "", Result.FOLLOW_UP),
                null);
        return new Edits.Made(
                Edit.of(id, new Edit.Create(RecordKind.CONTACT, new RecordId(newId()), Audience.SERVICE, contact)),
                false,
                List.of());
    }

    private UUID newId() {
        return new UUID(0x0190_4000_0000_7000L | random.nextInt(1 << 12), random.nextLong());
    }
}
