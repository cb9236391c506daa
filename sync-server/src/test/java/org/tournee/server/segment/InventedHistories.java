package org.tournee.server.segment;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.bilan.BilanConclusion;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.mandate.Mandate;
import org.tournee.organisation.WorkerId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.request.Request;
import org.tournee.segment.Exemption;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.server.ServiceFixture;
import org.tournee.server.store.Draft;
import org.tournee.server.store.Opening;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Dossiers with random histories: stays one after another, absences, replacements, a journal with all that goes wrong. */
final class InventedHistories {

    private final Random random;
    private final LocalDate today;
    private final ZoneId zone;
    private final WorkerId referent;
    private final WorkerId colleague;

    InventedHistories(long seed, LocalDate today, ZoneId zone, WorkerId referent, WorkerId colleague) {
        this.random = new Random(seed);
        this.today = today;
        this.zone = zone;
        this.referent = referent;
        this.colleague = colleague;
    }

    /**
     * One dossier.
     *
     * @param byReferent what its referent recorded
     * @param byColleague what a colleague recorded, who stood in now and then
     */
    record History(Opening opening, List<Draft> byReferent, List<Draft> byColleague) {

        DossierId id() {
            return opening.id();
        }
    }

    History next() {
        DossierId id = new DossierId(UuidCreator.getTimeOrderedEpoch());
        LocalDate opened = today.minusDays(10L + random.nextInt(1_500));
        PersonId child = new PersonId(UuidCreator.getTimeOrderedEpoch());
        Opening opening = new Opening(
                id,
                ServiceFixture.household("Lefèvre", "3 rue des Écoles"),
                Map.of(
                        ServiceFixture.adultOf(id),
                        person("Annie", HouseholdRole.ADULT),
                        child,
                        person("Noé", HouseholdRole.CHILD)),
                stays(opened),
                terms(opened),
                exemptions(opened),
                ServiceFixture.NOON);
        List<Draft> byReferent = new ArrayList<>();
        List<Draft> byColleague = new ArrayList<>();
        journal(id, child, opened, byReferent, byColleague);
        others(id, opened, byReferent);
        return new History(opening, byReferent, byColleague);
    }

    private List<Stay> stays(LocalDate opened) {
        List<Stay> stays = new ArrayList<>();
        LocalDate from = opened;
        while (from.isBefore(today)) {
            LocalDate to = from.plusDays(20L + random.nextInt(500));
            Segment segment = oneOf(Segment.values());
            boolean last = !to.isBefore(today);
            Stay.Allocation allocation = random.nextBoolean() ? null : new Stay.Allocation(from, referent);
            stays.add(new Stay(new Stay.Span(segment, from, last ? null : to), allocation));
            from = to;
        }
        return stays;
    }

    private List<ReferentTerm.Term> terms(LocalDate opened) {
        List<ReferentTerm.Term> terms = new ArrayList<>();
        terms.add(new ReferentTerm.Term(referent, ReferentRole.REFERENT, opened, null));
        if (random.nextInt(3) == 0) {
            LocalDate from = today.minusDays(random.nextInt(200));
            terms.add(new ReferentTerm.Term(
                    colleague, ReferentRole.REPLACEMENT, from, from.plusDays(10L + random.nextInt(60))));
        }
        return terms;
    }

    private List<Exemption> exemptions(LocalDate opened) {
        List<Exemption> exemptions = new ArrayList<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            LocalDate from = opened.plusDays(random.nextInt(1_500));
            exemptions.add(new Exemption(new Exemption.Grant(
                    Exemption.Reason.HOSPITAL, from, from.plusDays(1L + random.nextInt(90)), colleague)));
        }
        return exemptions;
    }

    private void journal(
            DossierId id, PersonId child, LocalDate opened, List<Draft> byReferent, List<Draft> byColleague) {
        for (int n = random.nextInt(16); n > 0; n--) {
            LocalDate day = opened.plusDays(random.nextInt((int) (today.toEpochDay() - opened.toEpochDay()) + 1));
            Contact contact = contact(id, child, day);
            boolean own = random.nextInt(4) > 0;
            Draft noted = draft(id, RecordKind.CONTACT, contact);
            (own ? byReferent : byColleague).add(noted);
            if (random.nextInt(6) == 0) {
                byReferent.add(draft(id, RecordKind.CONTACT, corrected(contact, noted.id())));
            } else if (random.nextInt(12) == 0) {
                DossierId elsewhere = new DossierId(UuidCreator.getTimeOrderedEpoch());
                byReferent.add(draft(id, RecordKind.CONTACT, contact.stub(noted.id(), elsewhere, "mauvais dossier")));
            }
        }
    }

    private Contact contact(DossierId id, PersonId child, LocalDate day) {
        Channel channel = random.nextInt(10) < 6 ? Channel.IN_PERSON : oneOf(Channel.values());
        Happening happening = random.nextInt(5) > 0 ? Happening.HELD : oneOf(Happening.values());
        PersonId present = random.nextInt(8) == 0 ? child : ServiceFixture.adultOf(id);
        return new Contact(
                new Contact.Meeting(
                        day.atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))
                                .atZone(zone)
                                .toInstant(),
                        channel,
                        Place.HOME,
                        Planning.PLANNED,
                        happening,
                        random.nextInt(5) == 0 ? null : 10 + random.nextInt(80)),
                new Contact.Attendance(random.nextInt(12) == 0 ? List.of() : List.of(present)),
                new Contact.Content(List.of(Topic.FINANCE), random.nextInt(8) > 0, "Point.", Result.INFORMED),
                null);
    }

    private Contact corrected(Contact contact, RecordId noted) {
        Contact.Meeting meeting = contact.meeting();
        return new Contact(
                new Contact.Meeting(
                        meeting.startedAt(),
                        meeting.channel(),
                        meeting.place(),
                        meeting.planning(),
                        Happening.HELD,
                        30),
                contact.attendance(),
                contact.content(),
                new Contact.Amendment(noted, "durée oubliée", null));
    }

    private void others(DossierId id, LocalDate opened, List<Draft> drafts) {
        if (random.nextBoolean()) {
            LocalDate ends = random.nextBoolean() ? null : today.plusDays(random.nextInt(120) - 40L);
            drafts.add(draft(
                    id,
                    RecordKind.SERVICE_AGREEMENT,
                    new ServiceAgreement(new ServiceAgreement.Terms("Un rendez-vous par mois.", opened, ends, null))));
        }
        if (random.nextBoolean()) {
            drafts.add(draft(
                    id,
                    RecordKind.BILAN_CONCLUSION,
                    new BilanConclusion(new BilanConclusion.Conclusion(
                            BilanConclusion.Orientation.SOCIAL_FOLLOW_UP_EQUITY,
                            today.minusDays(random.nextInt(700)),
                            "Objectifs revus."))));
        }
        if (random.nextBoolean()) {
            drafts.add(draft(id, RecordKind.REQUEST, request(opened)));
        }
        if (random.nextInt(3) == 0) {
            LocalDate start = today.minusDays(random.nextInt(300));
            @Nullable LocalDate end = random.nextBoolean() ? null : start.plusDays(random.nextInt(300));
            Mandate.Kind kind = oneOf(Mandate.Kind.values());
            drafts.add(draft(
                    id,
                    RecordKind.MANDATE,
                    new Mandate(new Mandate.Mission(kind, "Département", null), new Mandate.Term(start, end))));
        }
    }

    private Request request(LocalDate opened) {
        LocalDate decided = random.nextBoolean() ? null : opened.plusDays(8);
        return new Request(
                new Request.Demand(Request.Origin.PERSON, Request.Urgency.SOON, Topic.HOUSING, opened, "Un logement"),
                new Request.Handling(
                        opened, null, decided == null ? null : Request.Decision.GRANTED, decided, null, null));
    }

    private <T> T oneOf(T[] all) {
        return List.of(all).get(random.nextInt(all.length));
    }

    private static Person person(String name, HouseholdRole role) {
        return new Person(
                new Person.Identity("Lefèvre", name, LocalDate.of(1985, 4, 2)), new Person.Membership(role), null);
    }

    private static Draft draft(DossierId dossier, RecordKind kind, Object value) {
        RecordId id = new RecordId(UuidCreator.getTimeOrderedEpoch());
        return new Draft(id, kind, dossier, BucketId.service(dossier), Groups.of(value));
    }
}
