package org.tournee.mobile.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tournee.contact.Contact;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.ContactFact;
import org.tournee.segment.ContactFacts;
import org.tournee.segment.Standing;
import org.tournee.sync.RecordId;

/** The contacts of a dossier as one reads them: the latest first, corrected ones behind their correction. Rule: R-CON. */
public final class Journal {

    /**
     * One contact as it stands.
     *
     * @param day in the organisation's zone
     * @param standing whether it counts for the norm, and why not. Rule: R-SEG-2
     * @param earlier what it said before it was corrected, the latest version first; mostly empty;
     *     always for one that was moved to another dossier
     */
    public record Line(Entry<Contact> entry, LocalDate day, Standing standing, List<Entry<Contact>> earlier) {

        public Line {
            earlier = List.copyOf(earlier);
        }

        public Contact contact() {
            return entry.value();
        }

        /**
         * Whether that worker may move it to another dossier: only what is all their own, so that whoever held it
         * still has it there. Rules: R-CON, R-SEG-2.
         */
        public boolean movableBy(WorkerId worker) {
            return standing != Standing.MOVED
                    && worker.equals(entry.author())
                    && earlier.stream().allMatch(version -> worker.equals(version.author()));
        }

        /** Whether it is that record, or was before it was corrected. */
        public boolean concerns(RecordId record) {
            return entry.id().equals(record)
                    || earlier.stream().anyMatch(version -> version.id().equals(record));
        }

        public Instant startedAt() {
            return contact().meeting().startedAt();
        }
    }

    private Journal() {}

    /** The standing contacts, the latest first. */
    public static List<Line> of(DossierContents contents, ZoneId zone) {
        Map<RecordId, Standing> standings = new HashMap<>();
        for (ContactFact fact : ContactFacts.settled(contents, zone)) {
            standings.put(fact.id(), fact.standing());
        }
        Map<RecordId, Entry<Contact>> byId = new HashMap<>();
        contents.contacts().forEach(entry -> byId.put(entry.id(), entry));
        List<Line> lines = new ArrayList<>();
        for (Entry<Contact> entry : contents.standingContacts()) {
            lines.add(new Line(
                    entry,
                    LocalDate.ofInstant(entry.value().meeting().startedAt(), zone),
                    standings.getOrDefault(entry.id(), Standing.COUNTS),
                    earlier(entry, byId)));
        }
        lines.sort(Comparator.comparing(Line::startedAt).reversed());
        return List.copyOf(lines);
    }

    private static List<Entry<Contact>> earlier(Entry<Contact> entry, Map<RecordId, Entry<Contact>> byId) {
        List<Entry<Contact>> earlier = new ArrayList<>();
        Entry<Contact> version = entry;
        while (earlier.size() < byId.size()) { // bounded: a ring of corrections must not hang the page
            Contact.Amendment amendment = version.value().amendment();
            // what was moved is told in the other dossier only
            Entry<Contact> before =
                    amendment == null || amendment.movedTo() != null ? null : byId.get(amendment.corrects());
            if (before == null) {
                break;
            }
            earlier.add(before);
            version = before;
        }
        return earlier;
    }
}
