package org.tournee.bench;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.WorkerId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.sync.Audience;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Dossiers in A, B and C with their journals, made from a seed. */
final class NormedService {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final int CONTACTS_EACH = 25;
    private static final int DAYS = 600;
    private static final WorkerId REFERENT = new WorkerId(new UUID(4, 1));
    private static final List<Segment> SEGMENTS = List.of(Segment.A, Segment.B, Segment.B, Segment.C);

    private final ZoneId zone;
    private final Random random = new Random(1);

    NormedService(ZoneId zone) {
        this.zone = zone;
    }

    List<DossierContents> dossiers(int count) {
        List<DossierContents> dossiers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            dossiers.add(dossier(new DossierId(new UUID(i, 0)), SEGMENTS.get(i % SEGMENTS.size())));
        }
        return dossiers;
    }

    /** The records of a dossier, a journal with a contact of its own at the end. */
    List<StoredRecord> records(DossierId id, Segment segment) {
        LocalDate entered = TODAY.minusDays(30L + random.nextInt(DAYS));
        PersonId adult = new PersonId(new UUID(id.value().getMostSignificantBits(), 1));
        List<StoredRecord> records = new ArrayList<>();
        records.add(stored(new RecordId(id.value()), RecordKind.DOSSIER, household(entered), null));
        records.add(stored(new RecordId(adult.value()), RecordKind.PERSON, person(), null));
        records.add(stored(next(id, records), RecordKind.REFERENT_TERM, term(entered), null));
        records.add(stored(next(id, records), RecordKind.STAY, new Stay(new Stay.Span(segment, entered, null)), null));
        for (int n = 0; n < CONTACTS_EACH; n++) {
            LocalDate day = entered.plusDays(random.nextInt(DAYS));
            records.add(stored(next(id, records), RecordKind.CONTACT, contact(day, adult), REFERENT));
        }
        return records;
    }

    private DossierContents dossier(DossierId id, Segment segment) {
        return DossierContents.of(id, records(id, segment)).orElseThrow();
    }

    private static Dossier household(LocalDate opened) {
        return new Dossier(
                new Dossier.Household("Moreau"),
                new Dossier.Address("1, rue du Pont", "86400", "Civray", "86078"),
                null,
                null,
                new Dossier.Status(DossierStatus.OPEN, opened, null));
    }

    private static Person person() {
        return new Person(
                new Person.Identity("Moreau", "Léa", LocalDate.of(1988, 5, 1)),
                new Person.Membership(HouseholdRole.ADULT),
                null);
    }

    private static ReferentTerm term(LocalDate from) {
        return new ReferentTerm(new ReferentTerm.Term(REFERENT, ReferentRole.REFERENT, from, null));
    }

    private Contact contact(LocalDate day, PersonId adult) {
        boolean physical = random.nextInt(10) < 8;
        return new Contact(
                new Contact.Meeting(
                        day.atTime(LocalTime.NOON).atZone(zone).toInstant(),
                        physical ? Channel.IN_PERSON : Channel.PHONE,
                        physical ? Place.HOME : Place.OFFICE,
                        Planning.PLANNED,
                        random.nextInt(20) == 0 ? Happening.NO_SHOW : Happening.HELD,
                        physical ? 45 : null),
                new Contact.Attendance(List.of(adult)),
                new Contact.Content(List.of(Topic.FINANCE), true, Contacts.NARRATIVE, Result.INFORMED),
                null);
    }

    private static RecordId next(DossierId of, List<StoredRecord> records) {
        return new RecordId(new UUID(of.value().getMostSignificantBits(), 10L + records.size()));
    }

    private static StoredRecord stored(RecordId id, RecordKind kind, Object value, @Nullable WorkerId author) {
        return new StoredRecord(
                id, kind.code(), Audience.SERVICE, 1, 1, author, author, null, null, false, Groups.of(value));
    }
}
