package org.tournee.mobile.returned;

import java.util.Map;
import java.util.Optional;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanConclusion;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Goal;
import org.tournee.bilan.ProfessionalBilan;
import org.tournee.contact.Contact;
import org.tournee.directory.DirectoryNote;
import org.tournee.document.Document;
import org.tournee.dossier.Dossier;
import org.tournee.mandate.Mandate;
import org.tournee.outreach.Opposition;
import org.tournee.outreach.SafetyNote;
import org.tournee.outreach.Visit;
import org.tournee.person.Person;
import org.tournee.question.Question;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.CollectiveSession;
import org.tournee.reception.DeskDay;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.WalkIn;
import org.tournee.referral.Referral;
import org.tournee.request.Request;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightsCheckup;
import org.tournee.segment.Exemption;
import org.tournee.sync.RecordKind;

/** The types of the records that a phone writes and may offer again. */
final class RecordTypes {

    private static final Map<RecordKind, Class<?>> TYPES = Map.ofEntries(
            Map.entry(RecordKind.DOSSIER, Dossier.class),
            Map.entry(RecordKind.PERSON, Person.class),
            Map.entry(RecordKind.CONTACT, Contact.class),
            Map.entry(RecordKind.BILAN_ITEM, BilanItem.class),
            Map.entry(RecordKind.GOAL, Goal.class),
            Map.entry(RecordKind.ACTION_ITEM, ActionItem.class),
            Map.entry(RecordKind.BILAN_CONCLUSION, BilanConclusion.class),
            Map.entry(RecordKind.RIGHTS_CHECKUP, RightsCheckup.class),
            Map.entry(RecordKind.RIGHT_CHECK, RightCheck.class),
            Map.entry(RecordKind.REQUEST, Request.class),
            Map.entry(RecordKind.MANDATE, Mandate.class),
            Map.entry(RecordKind.APPOINTMENT, Appointment.class),
            Map.entry(RecordKind.SERVICE_AGREEMENT, ServiceAgreement.class),
            Map.entry(RecordKind.REFERRAL, Referral.class),
            Map.entry(RecordKind.QUESTION, Question.class),
            Map.entry(RecordKind.VISIT, Visit.class),
            Map.entry(RecordKind.SAFETY_NOTE, SafetyNote.class),
            Map.entry(RecordKind.OPPOSITION, Opposition.class),
            Map.entry(RecordKind.PROFESSIONAL_BILAN, ProfessionalBilan.class),
            Map.entry(RecordKind.DOCUMENT, Document.class),
            Map.entry(RecordKind.DIRECTORY_NOTE, DirectoryNote.class),
            Map.entry(RecordKind.EXEMPTION, Exemption.class),
            Map.entry(RecordKind.DESK_DAY, DeskDay.class),
            Map.entry(RecordKind.WALK_IN, WalkIn.class),
            Map.entry(RecordKind.LIAISON, LiaisonSheet.class),
            Map.entry(RecordKind.COLLECTIVE_ACTION, CollectiveAction.class),
            Map.entry(RecordKind.COLLECTIVE_SESSION, CollectiveSession.class));

    private RecordTypes() {}

    /** Empty for kinds that the service alone writes. */
    static Optional<Class<?>> of(RecordKind kind) {
        return Optional.ofNullable(TYPES.get(kind));
    }
}
