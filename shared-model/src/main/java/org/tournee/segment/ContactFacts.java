package org.tournee.segment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.WorkerId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/**
 * Reads the journal of one dossier for what the norms look at. Rules: R-SEG-2, R-SEG-3.
 *
 * <p>A correction stands in place of what it corrects, and was held by whoever held that: a colleague who adds a
 * missing duration takes no contact away from the referent.
 */
public final class ContactFacts {

    private final ZoneId zone;
    private final Set<PersonId> adults = new HashSet<>();
    private final List<ReferentTerm.Term> terms = new ArrayList<>();
    private final Map<RecordId, Entry<Contact>> journal = new HashMap<>();
    private final Set<RecordId> corrected = new HashSet<>();

    private ContactFacts(DossierContents contents, List<Entry<Contact>> contacts, ZoneId zone) {
        this.zone = zone;
        for (Entry<Person> person : contents.persons()) {
            if (person.value().membership().role() == HouseholdRole.ADULT) {
                adults.add(new PersonId(person.id().value()));
            }
        }
        for (Entry<ReferentTerm> term : contents.referentTerms()) {
            terms.add(term.value().term());
        }
        for (Entry<Contact> contact : contacts) {
            journal.put(contact.id(), contact);
            Contact.Amendment amendment = contact.value().amendment();
            if (amendment != null) {
                corrected.add(amendment.corrects());
            }
        }
    }

    /** One fact for each entry of the journal, in its order; that only one a day counts is not settled yet. */
    public static List<ContactFact> of(DossierContents contents, ZoneId zone) {
        return of(contents, contents.contacts(), zone);
    }

    /** The same for people to read: those whose day is taken by another say so. */
    public static List<ContactFact> settled(DossierContents contents, ZoneId zone) {
        return OneADay.settle(of(contents, zone));
    }

    static List<ContactFact> of(DossierContents contents, List<Entry<Contact>> contacts, ZoneId zone) {
        ContactFacts reading = new ContactFacts(contents, contacts, zone);
        List<ContactFact> facts = new ArrayList<>(contacts.size());
        for (Entry<Contact> contact : contacts) {
            facts.add(reading.fact(contact));
        }
        return facts;
    }

    private ContactFact fact(Entry<Contact> entry) {
        Contact.Meeting meeting = entry.value().meeting();
        LocalDate day = meeting.startedAt().atZone(zone).toLocalDate();
        boolean physical = meeting.channel() == Channel.IN_PERSON || meeting.channel() == Channel.NETWORK_MEETING;
        return new ContactFact(entry.id(), day, physical, standing(entry, day), entry.pending());
    }

    private Standing standing(Entry<Contact> entry, LocalDate day) {
        Contact contact = entry.value();
        if (corrected.contains(entry.id())) {
            return Standing.CORRECTED;
        }
        if (contact.isStub()) {
            return Standing.MOVED;
        }
        if (contact.meeting().happening() != Happening.HELD) {
            return contact.meeting().happening() == Happening.NO_SHOW ? Standing.NOT_HELD : Standing.PAPERS_ONLY;
        }
        if (contact.isIncomplete()) {
            return Standing.INCOMPLETE;
        }
        if (!contact.content().socialWorkTopic()) {
            return Standing.NO_SOCIAL_WORK_TOPIC;
        }
        if (!heldByReferent(entry, day)) {
            return Standing.NOT_BY_REFERENT;
        }
        return withAdult(contact) ? Standing.COUNTS : Standing.NO_ADULT;
    }

    private boolean withAdult(Contact contact) {
        if (contact.meeting().channel() == Channel.NETWORK_MEETING) {
            return true;
        }
        for (PersonId person : contact.attendance().persons()) {
            if (adults.contains(person)) {
                return true;
            }
        }
        return false;
    }

    private boolean heldByReferent(Entry<Contact> entry, LocalDate day) {
        WorkerId holder = holder(entry);
        for (ReferentTerm.Term term : terms) {
            boolean answers = term.role() == ReferentRole.REFERENT || term.role() == ReferentRole.REPLACEMENT;
            if (answers && term.worker().equals(holder) && term.runsOn(day)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable WorkerId holder(Entry<Contact> entry) {
        Entry<Contact> first = entry;
        for (int step = 0; step < journal.size(); step++) { // bounded: a ring of corrections must not hang us
            Contact.Amendment amendment = first.value().amendment();
            Entry<Contact> earlier = amendment == null ? null : journal.get(amendment.corrects());
            if (earlier == null) {
                break;
            }
            first = earlier;
        }
        return first.author();
    }
}
