package org.tournee.sync;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.tournee.dossier.ReferentWish;
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
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCheckup;
import org.tournee.segment.Exemption;

/**
 * What a record must fulfil: for the phone's forms before saving, and for the server, which returns what breaks it.
 *
 * <p>Norms are no part of it: an incomplete contact, one with nobody, one too many are all kept. Rules: R-SEG-10,
 * R-SEG-3, R-REC.
 */
public final class RecordRules {

    /** The most characters of a name, a street, a place. */
    public static final int LONGEST_NAME = 200;
    /** The most characters of a note or a reason. */
    public static final int LONGEST_NOTE = 2_000;
    /** The most characters of an action's or a goal's text. */
    public static final int LONGEST_TEXT = 1_000;
    /** The most persons, documents or topics of one record. */
    public static final int MOST_VALUES = 50;

    public static final int LONGEST_PHONE = 40;
    static final int LONGEST_CODE = 20;
    private static final String WHOLE = "";

    private RecordRules() {}

    /**
     * Checks a whole record.
     *
     * @param groups all of them, as they would be stored
     * @return empty where nothing is wrong, and for kinds that phones do not write
     */
    public static List<Violation> check(RecordKind kind, Groups groups) {
        try {
            return switch (kind) {
                case DOSSIER -> dossier(groups.as(Dossier.class));
                case PERSON -> person(groups.as(Person.class));
                case CONTACT -> contact(groups.as(Contact.class));
                case BILAN_ITEM -> bilanItem(groups.as(BilanItem.class));
                case GOAL -> goal(groups.as(Goal.class));
                case ACTION_ITEM -> actionItem(groups.as(ActionItem.class));
                case BILAN_CONCLUSION -> conclusion(groups.as(BilanConclusion.class));
                case RIGHTS_CHECKUP -> checkup(groups.as(RightsCheckup.class));
                case RIGHT_CHECK -> rightCheck(groups.as(RightCheck.class));
                case REQUEST -> request(groups.as(Request.class));
                case MANDATE -> mandate(groups.as(Mandate.class));
                case APPOINTMENT -> appointment(groups.as(Appointment.class));
                case SERVICE_AGREEMENT -> agreement(groups.as(ServiceAgreement.class));
                case EXEMPTION -> exemption(groups.as(Exemption.class));
                case REFERRAL -> HandoverChecks.of(groups.as(Referral.class));
                case QUESTION -> HandoverChecks.of(groups.as(Question.class));
                case VISIT -> OutreachChecks.of(groups.as(Visit.class));
                case SAFETY_NOTE -> OutreachChecks.of(groups.as(SafetyNote.class));
                case OPPOSITION -> OutreachChecks.of(groups.as(Opposition.class));
                case PROFESSIONAL_BILAN -> ProfessionalChecks.of(groups.as(ProfessionalBilan.class));
                case DOCUMENT -> DocumentChecks.of(groups.as(Document.class));
                case DIRECTORY_NOTE -> DirectoryChecks.of(groups.as(DirectoryNote.class));
                case DESK_DAY -> ReceptionChecks.of(groups.as(DeskDay.class));
                case WALK_IN -> ReceptionChecks.of(groups.as(WalkIn.class));
                case LIAISON -> ReceptionChecks.of(groups.as(LiaisonSheet.class));
                case COLLECTIVE_ACTION -> ReceptionChecks.of(groups.as(CollectiveAction.class));
                case COLLECTIVE_SESSION -> ReceptionChecks.of(groups.as(CollectiveSession.class));
                case REFERENT_TERM,
                        STAY,
                        SEGMENT_CHANGE,
                        CLOSURE,
                        CONFLICT,
                        RETURNED_CHANGE,
                        WORKER,
                        PROFILE,
                        CATALOGUE,
                        PARTNER,
                        DESK,
                        TEAM,
                        RECEPTION_REGISTER -> List.of();
            };
        } catch (MalformedException e) {
            return List.of(new Violation(WHOLE, WHOLE, Violation.Code.UNREADABLE)); // the values stay where they are
        }
    }

    /** Whether a field group is the server's alone to write, so that a phone's change of it comes back. */
    public static boolean isServersOwn(RecordKind kind, String group) {
        return switch (kind) {
            case DOSSIER -> group.equals(Dossier.Status.GROUP);
            case EXEMPTION -> Exemption.isServersOwn(group);
            case PERSON -> group.equals(Person.Merged.GROUP);
            case DOCUMENT -> group.equals(Document.Custody.GROUP);
            case DIRECTORY_NOTE -> group.equals(DirectoryNote.Handling.GROUP);
            default -> false;
        };
    }

    /**
     * Whether a field group is written with its record and never again, so that a change of it comes back: of a document, what
     * its bytes are and the ground on which they are kept. Rule: R-DOC.
     */
    public static boolean isWrittenOnce(RecordKind kind, String group) {
        return kind == RecordKind.DOCUMENT
                && (group.equals(Document.Content.GROUP) || group.equals(Document.Ground.GROUP));
    }

    /** Whether a phone may delete such a record: a dossier is closed, and a document stays as long as its dossier. */
    public static boolean isDeletable(RecordKind kind) {
        return kind.writing() == RecordKind.Writing.MERGED && kind != RecordKind.DOSSIER && kind != RecordKind.DOCUMENT;
    }

    /** Checks a contact as typed. */
    public static List<Violation> contact(Contact contact) {
        Contact.Amendment amendment = contact.amendment();
        Checks checks = new Checks()
                .moment("meeting", "started_at", contact.meeting().startedAt())
                .between(
                        "meeting",
                        "duration_minutes",
                        contact.meeting().durationMinutes(),
                        1,
                        Contact.Meeting.LONGEST_MINUTES)
                .size("attendance", "persons", contact.attendance().persons(), MOST_VALUES)
                .size("content", "topics", contact.content().topics(), MOST_VALUES)
                .atMost("content", "narrative", contact.content().narrative(), Contact.Content.LONGEST_NARRATIVE);
        if (amendment != null) {
            checks.when(amendment.reason().isBlank(), "amendment", "reason", Violation.Code.REASON_MISSING)
                    .atMost("amendment", "reason", amendment.reason(), LONGEST_NOTE);
        }
        return checks.violations();
    }

    /** Checks an item of the bilan as typed. */
    public static List<Violation> bilanItem(BilanItem item) {
        return new Checks()
                .day("validity", "opened_on", item.validity().openedOn())
                .day("validity", "closed_on", item.validity().closedOn())
                .said("statement", "text", item.statement().text(), BilanItem.Statement.LONGEST_TEXT)
                .notBefore(
                        "validity",
                        "closed_on",
                        item.validity().closedOn(),
                        item.validity().openedOn())
                .violations();
    }

    /** Checks an action as typed. */
    public static List<Violation> actionItem(ActionItem item) {
        return new Checks()
                .said("task", "what", item.task().what(), LONGEST_TEXT)
                .day("task", "due_on", item.task().dueOn())
                .day("progress", "done_on", item.progress().doneOn())
                .violations();
    }

    /** Checks a goal as typed. */
    public static List<Violation> goal(Goal goal) {
        Goal.Agreement agreement = goal.agreement();
        Checks checks = new Checks()
                .said("aim", "text", goal.aim().text(), LONGEST_TEXT)
                .day("agreement", "agreed_on", agreement.agreedOn())
                .day("agreement", "revisit_on", agreement.revisitOn());
        if (agreement.agreedOn() != null) {
            checks.notBefore("agreement", "revisit_on", agreement.revisitOn(), agreement.agreedOn());
        }
        return checks.violations();
    }

    /** Checks one right of a sweep as typed. Rule: R-RDD. */
    public static List<Violation> rightCheck(RightCheck check) {
        RightCheck.Finding finding = check.finding();
        RightCheck.FollowUp followUp = check.followUp();
        RightCheck.Ending ending = check.ending();
        RightCheck.Declaration declaration = check.declaration();
        boolean declinedWithout = finding.state() == RightState.DECLINED
                && (finding.reason() == null || finding.reason().isBlank());
        Checks checks = new Checks()
                .said("subject", "right_id", check.subject().rightId(), LONGEST_NAME)
                .when(declinedWithout, "finding", "reason", Violation.Code.REASON_MISSING)
                .atMost("finding", "reason", finding.reason(), LONGEST_NOTE)
                .day("ending", "ended_on", ending == null ? null : ending.endedOn())
                .day("declaration", "declared_on", declaration == null ? null : declaration.declaredOn());
        if (followUp != null) {
            checks.day("follow_up", "due_on", followUp.dueOn());
        }
        checks.size("documents", "missing", check.documentsMissing(), MOST_VALUES);
        check.documentsMissing().forEach(document -> checks.said("documents", "missing", document, LONGEST_NAME));
        return checks.violations();
    }

    /** Checks a rendez-vous des droits as typed: twenty minutes are recommended, one is enough. Rule: R-RDD. */
    public static List<Violation> checkup(RightsCheckup checkup) {
        return new Checks()
                .moment("course", "started_at", checkup.course().startedAt())
                .said("occasion", "catalogue", checkup.occasion().catalogue(), LONGEST_NAME)
                .between(
                        "course",
                        "duration_minutes",
                        checkup.course().durationMinutes(),
                        1,
                        Contact.Meeting.LONGEST_MINUTES)
                .violations();
    }

    /** Checks a dossier's own record as typed. */
    public static List<Violation> dossier(Dossier dossier) {
        Dossier.Address address = dossier.address();
        Checks checks = new Checks()
                .said("household", "name", dossier.household().name(), LONGEST_NAME)
                .atMost("address", "street", address.street(), LONGEST_NAME)
                .atMost("address", "postcode", address.postcode(), LONGEST_CODE)
                .atMost("address", "commune_code", address.communeCode(), LONGEST_CODE)
                .atMost("address", "commune_name", address.communeName(), LONGEST_NAME)
                .day("status", "opened_on", dossier.status().openedOn())
                .day("status", "closed_on", dossier.status().closedOn())
                .notBefore(
                        "status",
                        "closed_on",
                        dossier.status().closedOn(),
                        dossier.status().openedOn());
        if (dossier.reachability() != null) {
            checks.atMost("reachability", "phone", dossier.reachability().phone(), LONGEST_PHONE)
                    .atMost("reachability", "note", dossier.reachability().note(), LONGEST_NOTE);
        }
        ReferentWish wish = dossier.wish();
        if (wish != null) {
            checks.when(!wish.isSaid(), ReferentWish.GROUP, "words", Violation.Code.INCOMPLETE)
                    .atMost(ReferentWish.GROUP, "words", wish.words(), LONGEST_NOTE)
                    .day(ReferentWish.GROUP, "said_on", wish.saidOn());
        }
        return checks.violations();
    }

    /** Checks a person as typed. */
    public static List<Violation> person(Person person) {
        Checks checks = new Checks()
                .said("identity", "family_name", person.identity().familyName(), LONGEST_NAME)
                .day("identity", "birth_date", person.identity().birthDate())
                .day("membership", "left_on", person.membership().leftOn())
                .said("identity", "given_name", person.identity().givenName(), LONGEST_NAME);
        if (person.reachability() != null) {
            checks.atMost("reachability", "phone", person.reachability().phone(), LONGEST_PHONE)
                    .atMost("reachability", "email", person.reachability().email(), LONGEST_NAME);
        }
        return checks.violations();
    }

    /** Checks a conclusion as typed. */
    public static List<Violation> conclusion(BilanConclusion conclusion) {
        return new Checks()
                .day("conclusion", "concluded_on", conclusion.conclusion().concludedOn())
                .atMost("conclusion", "reason", conclusion.conclusion().reason(), LONGEST_NOTE)
                .violations();
    }

    /** Checks a request as typed. */
    public static List<Violation> request(Request request) {
        Request.Demand demand = request.demand();
        Request.Handling handling = request.handling();
        Checks checks = new Checks()
                .day("demand", "received_on", demand.receivedOn())
                .day("handling", "acknowledged_on", handling.acknowledgedOn())
                .day("handling", "appointment_offered_for", handling.appointmentOfferedFor())
                .day("handling", "decided_on", handling.decidedOn())
                .day("handling", "notified_on", handling.notifiedOn())
                .day("handling", "appealed_on", handling.appealedOn())
                .atMost("demand", "text", demand.text(), LONGEST_NOTE)
                .notBefore("handling", "acknowledged_on", handling.acknowledgedOn(), demand.receivedOn())
                .notBefore("handling", "decided_on", handling.decidedOn(), demand.receivedOn())
                .when(
                        (handling.decision() == null) != (handling.decidedOn() == null),
                        "handling",
                        "decision",
                        Violation.Code.INCOMPLETE);
        return follows(
                        follows(checks, "notified_on", handling.decidedOn(), handling.notifiedOn()),
                        "appealed_on",
                        handling.notifiedOn(),
                        handling.appealedOn())
                .violations();
    }

    /** What follows has a day only where what it follows has one, and none before it. */
    private static Checks follows(Checks checks, String field, @Nullable LocalDate first, @Nullable LocalDate second) {
        return first == null
                ? checks.when(second != null, "handling", field, Violation.Code.INCOMPLETE)
                : checks.notBefore("handling", field, second, first);
    }

    /** Checks an exemption that is asked for: days in their order, no longer than the head may grant. */
    public static List<Violation> exemption(Exemption exemption) {
        Exemption.Asked asked = exemption.asked();
        if (asked == null) {
            return List.of(); // the head's own
        }
        return new Checks()
                .day("asked", "from", asked.from())
                .day("asked", "until", asked.until())
                .day("asked", "asked_on", asked.askedOn())
                .said("asked", "why", asked.why(), LONGEST_NOTE)
                .when(!asked.from().isBefore(asked.until()), "asked", "until", Violation.Code.ENDS_BEFORE_START)
                .when(Exemption.isTooLong(asked.from(), asked.until()), "asked", "until", Violation.Code.OUT_OF_RANGE)
                .violations();
    }

    /** Checks a mandate as typed. */
    public static List<Violation> mandate(Mandate mandate) {
        Mandate.Review review = mandate.review();
        return new Checks()
                .day("term", "start", mandate.term().start())
                .day("term", "end", mandate.term().end())
                .said("mission", "authority", mandate.mission().authority(), LONGEST_NAME)
                .atMost("mission", "what_is_due", mandate.mission().whatIsDue(), LONGEST_NOTE)
                .notBefore("term", "end", mandate.term().end(), mandate.term().start())
                .when(review != null && review.conclusion().isBlank(), "review", "conclusion", Violation.Code.BLANK)
                .atMost("review", "conclusion", review == null ? null : review.conclusion(), LONGEST_NOTE)
                .day("review", "held_on", review == null ? null : review.heldOn())
                .violations();
    }

    /** Checks an appointment as typed. */
    public static List<Violation> appointment(Appointment appointment) {
        return new Checks()
                .moment("plan", "starts_at", appointment.plan().startsAt())
                .between(
                        "plan",
                        "duration_minutes",
                        appointment.plan().durationMinutes(),
                        1,
                        Contact.Meeting.LONGEST_MINUTES)
                .atMost("plan", "note", appointment.plan().note(), LONGEST_NOTE)
                .violations();
    }

    /** Checks an agreement as typed: commitments, or the reason why there are none. Rule: R-SEG-9. */
    public static List<Violation> agreement(ServiceAgreement agreement) {
        ServiceAgreement.Terms terms = agreement.terms();
        Checks checks = new Checks()
                .when(
                        terms.commitments().isBlank() && !agreement.isException(),
                        "terms",
                        "commitments",
                        Violation.Code.INCOMPLETE)
                .atMost("terms", "commitments", terms.commitments(), Contact.Content.LONGEST_NARRATIVE)
                .atMost("terms", "exception_reason", terms.exceptionReason(), LONGEST_NOTE)
                .day("terms", "signed_on", terms.signedOn())
                .day("terms", "ends_on", terms.endsOn());
        if (terms.signedOn() != null) {
            checks.notBefore("terms", "ends_on", terms.endsOn(), terms.signedOn());
        }
        ServiceAgreement.Mutual mutual = agreement.mutual();
        if (mutual != null) {
            checks.atMost("mutual", "service", mutual.service(), Contact.Content.LONGEST_NARRATIVE)
                    .size("mutual", "goals", mutual.goals(), MOST_VALUES)
                    .size("mutual", "persons", mutual.persons(), MOST_VALUES)
                    .day("mutual", "starts_on", mutual.startsOn());
        }
        return checks.violations();
    }
}
