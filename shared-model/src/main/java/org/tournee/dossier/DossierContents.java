package org.tournee.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanConclusion;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Goal;
import org.tournee.bilan.ProfessionalBilan;
import org.tournee.closure.Closure;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.document.Document;
import org.tournee.mandate.Mandate;
import org.tournee.organisation.WorkerId;
import org.tournee.outreach.Opposition;
import org.tournee.outreach.SafetyNote;
import org.tournee.outreach.Visit;
import org.tournee.person.Person;
import org.tournee.question.Question;
import org.tournee.referral.Referral;
import org.tournee.request.Request;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightsCheckup;
import org.tournee.segment.Exemption;
import org.tournee.segment.Stay;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.workflow.SegmentChange;

/**
 * Everything that is known of one dossier, typed: what the rules look at, the same on the phone and on the server.
 *
 * @param dossier the dossier's own record
 * @param persons every record of a person, merged ones included, so that what was said of them keeps its name
 * @param contacts every entry of the journal, corrected ones and corrections included, in the order received
 * @param unreadable how many records could not be typed, such as those of a newer version: kept, not shown
 */
public record DossierContents(
        DossierId id,
        Entry<Dossier> dossier,
        List<Entry<Person>> persons,
        List<Entry<ReferentTerm>> referentTerms,
        List<Entry<Stay>> stays,
        List<Entry<Exemption>> exemptions,
        List<Entry<SegmentChange>> segmentChanges,
        List<Entry<Closure>> closures,
        List<Entry<Contact>> contacts,
        List<Entry<BilanItem>> bilanItems,
        List<Entry<Goal>> goals,
        List<Entry<ActionItem>> actionItems,
        List<Entry<BilanConclusion>> conclusions,
        List<Entry<RightsCheckup>> rightsCheckups,
        List<Entry<RightCheck>> rightChecks,
        List<Entry<Request>> requests,
        List<Entry<Mandate>> mandates,
        List<Entry<Appointment>> appointments,
        List<Entry<ServiceAgreement>> agreements,
        List<Entry<Referral>> referrals,
        List<Entry<Question>> questions,
        List<Entry<Visit>> visits,
        List<Entry<SafetyNote>> safetyNotes,
        List<Entry<Opposition>> oppositions,
        List<Entry<ProfessionalBilan>> professionalBilans,
        List<Entry<Document>> documents,
        List<Entry<Conflict>> conflicts,
        int unreadable) {

    /**
     * Types the records of a dossier.
     *
     * @param records all of one dossier, in any order
     * @return empty where the dossier's own record is missing or cannot be read
     */
    public static Optional<DossierContents> of(DossierId id, Collection<StoredRecord> records) {
        TypedRecords typing = new TypedRecords(records);
        List<Entry<Dossier>> own = typing.all(RecordKind.DOSSIER, Dossier.class);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DossierContents(
                id,
                own.get(0),
                typing.all(RecordKind.PERSON, Person.class),
                typing.all(RecordKind.REFERENT_TERM, ReferentTerm.class),
                typing.all(RecordKind.STAY, Stay.class),
                typing.all(RecordKind.EXEMPTION, Exemption.class),
                typing.all(RecordKind.SEGMENT_CHANGE, SegmentChange.class),
                typing.all(RecordKind.CLOSURE, Closure.class),
                typing.all(RecordKind.CONTACT, Contact.class),
                typing.all(RecordKind.BILAN_ITEM, BilanItem.class),
                typing.all(RecordKind.GOAL, Goal.class),
                typing.all(RecordKind.ACTION_ITEM, ActionItem.class),
                typing.all(RecordKind.BILAN_CONCLUSION, BilanConclusion.class),
                typing.all(RecordKind.RIGHTS_CHECKUP, RightsCheckup.class),
                typing.all(RecordKind.RIGHT_CHECK, RightCheck.class),
                typing.all(RecordKind.REQUEST, Request.class),
                typing.all(RecordKind.MANDATE, Mandate.class),
                typing.all(RecordKind.APPOINTMENT, Appointment.class),
                typing.all(RecordKind.SERVICE_AGREEMENT, ServiceAgreement.class),
                typing.all(RecordKind.REFERRAL, Referral.class),
                typing.all(RecordKind.QUESTION, Question.class),
                typing.all(RecordKind.VISIT, Visit.class),
                typing.all(RecordKind.SAFETY_NOTE, SafetyNote.class),
                typing.all(RecordKind.OPPOSITION, Opposition.class),
                typing.all(RecordKind.PROFESSIONAL_BILAN, ProfessionalBilan.class),
                typing.all(RecordKind.DOCUMENT, Document.class),
                typing.all(RecordKind.CONFLICT, Conflict.class),
                typing.unreadable()));
    }

    /** The same dossier with another journal, such as one of which only the facts were read. */
    public DossierContents withContacts(List<Entry<Contact>> journal) {
        return new DossierContents(
                id,
                dossier,
                persons,
                referentTerms,
                stays,
                exemptions,
                segmentChanges,
                closures,
                journal,
                bilanItems,
                goals,
                actionItems,
                conclusions,
                rightsCheckups,
                rightChecks,
                requests,
                mandates,
                appointments,
                agreements,
                referrals,
                questions,
                visits,
                safetyNotes,
                oppositions,
                professionalBilans,
                documents,
                conflicts,
                unreadable);
    }

    /** The journal as it stands: without the contacts that a later one corrects, the last correction first to stand. */
    public List<Entry<Contact>> standingContacts() {
        Set<RecordId> corrected = new HashSet<>();
        for (Entry<Contact> contact : contacts) {
            Contact.Amendment amendment = contact.value().amendment();
            if (amendment != null) {
                corrected.add(amendment.corrects());
            }
        }
        return contacts.stream()
                .filter(contact -> !corrected.contains(contact.id()))
                .toList();
    }

    /** The contacts that stand and took place, without the stubs of those that belong elsewhere. Rule: R-SEG-2. */
    public Stream<Contact> heldContacts() {
        return standingContacts().stream()
                .map(Entry::value)
                .filter(contact -> !contact.isStub())
                .filter(contact -> contact.meeting().happening() == Happening.HELD);
    }

    /** When the service was last in touch with the household, or about it. */
    public Optional<Instant> lastHeld() {
        return heldContacts().map(contact -> contact.meeting().startedAt()).max(Comparator.naturalOrder());
    }

    /** The people of the household, each once: without records that were merged into another. Rule: R-DUP. */
    public List<Entry<Person>> household() {
        return persons.stream()
                .filter(person -> person.value().merged() == null)
                .toList();
    }

    /** The stay that runs on that day of the organisation, if any: where two do, the one entered last. */
    public Optional<Entry<Stay>> stayOn(LocalDate day) {
        return runningOn(day)
                .max(Comparator.comparing(stay -> stay.value().span().enteredOn()));
    }

    /** All stays that run on that day: two dossiers that became one may each have had one. Rule: R-DUP. */
    public List<Entry<Stay>> staysOn(LocalDate day) {
        return runningOn(day).toList();
    }

    private Stream<Entry<Stay>> runningOn(LocalDate day) {
        return stays.stream()
                .filter(stay -> !day.isBefore(stay.value().span().enteredOn()))
                .filter(stay -> stay.value().span().leftOn() == null
                        || day.isBefore(stay.value().span().leftOn()));
    }

    /** The stays that lasted a day at least, the first first: of two changes on one day the last one counts. Rule: R-SEG-4. */
    public List<Stay> livedStays() {
        return stays.stream()
                .map(Entry::value)
                .filter(stay -> !stay.span().isEmpty())
                .sorted(Comparator.comparing(stay -> stay.span().enteredOn()))
                .toList();
    }

    /** Whoever answers for the dossier in that quality on that day. */
    public Optional<WorkerId> answerableOn(LocalDate day, ReferentRole role) {
        return referentTerms.stream()
                .map(entry -> entry.value().term())
                .filter(term -> term.role() == role && term.runsOn(day))
                .max(Comparator.comparing(ReferentTerm.Term::from))
                .map(ReferentTerm.Term::worker);
    }

    /** Who is asked and told about the dossier on that day: whoever stands in, else the referent. Rule: R-REF. */
    public Optional<WorkerId> answeringOn(LocalDate day) {
        return answerableOn(day, ReferentRole.REPLACEMENT).or(() -> answerableOn(day, ReferentRole.REFERENT));
    }

    /** Conflicts that nobody has settled yet. */
    public List<Entry<Conflict>> openConflicts() {
        return conflicts.stream()
                .filter(conflict -> conflict.value().state().open())
                .toList();
    }
}
