package org.tournee.mobile.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Tone;
import org.tournee.reminder.Reminder;
import org.tournee.reminder.ReminderKind;
import org.tournee.rights.RightsCatalogue;

/** Says a reminder: what it is about, until when, and where to go for it. Rule: R-REM. */
public final class ReminderText {

    private final Messages messages;
    private final DateTexts dates;
    private final RightsCatalogue catalogue;

    public ReminderText(Phone phone) {
        this.messages = phone.messages();
        this.dates = DateTexts.of(phone);
        this.catalogue = phone.store().catalogue();
    }

    /** "Contact à prévoir". */
    public String what(Reminder reminder) {
        return messages.of(reminder.kind());
    }

    private String when(Reminder reminder, LocalDate today) {
        LocalDate due = reminder.dueOn();
        if (due.equals(today)) {
            return messages.get("reminder.today");
        }
        return messages.get(due.isBefore(today) ? "reminder.since" : "reminder.before", dates.shortDay(due));
    }

    /** "Contact à prévoir, avant le 10 avril" in one mark; an action, a right or a referral with its own words. */
    public Mark mark(Reminder reminder, DossierContents dossier, LocalDate today) {
        String own = detail(reminder, dossier);
        String what = own.isEmpty() ? what(reminder) : messages.get("reminder.detailed", what(reminder), own);
        Tone tone = reminder.dueOn().isBefore(today) ? Tone.LATE : Tone.DUE;
        boolean dayIsSaid = reminder.kind() == ReminderKind.APPOINTMENT_TOMORROW;
        String words = dayIsSaid ? what : messages.get("reminder.both", what, when(reminder, today));
        return new Mark(tone, icon(reminder.kind()), words);
    }

    /**
     * Which action, which right, which partner: of several of a household each says its own; how the organisation calls an
     * agreement; empty for other reminders.
     */
    private String detail(Reminder reminder, DossierContents dossier) {
        return switch (reminder.kind()) {
            case ACTION_DUE ->
                about(reminder, dossier.actionItems())
                        .map(action -> action.task().what())
                        .orElse("");
            case RIGHT_TO_FOLLOW_UP, DECLARATION_DUE ->
                about(reminder, dossier.rightChecks())
                        .map(check -> catalogue.nameOf(check.subject().rightId()))
                        .orElse("");
            case MANDATE_REVIEW, MANDATE_ENDING, CONTACT_DUE, CONTACT_LATE ->
                about(reminder, dossier.mandates())
                        .map(mandate -> messages.of(mandate.mission().kind()))
                        .orElse("");
            case REFERRAL_TO_CONFIRM ->
                about(reminder, dossier.referrals())
                        .map(referral -> referral.orientation().partner())
                        .orElse("");
            case AGREEMENT_MISSING, AGREEMENT_ENDING -> messages.agreement();
            default -> "";
        };
    }

    private static <T> Optional<T> about(Reminder reminder, List<Entry<T>> entries) {
        return entries.stream()
                .filter(entry -> entry.id().equals(reminder.record()))
                .map(Entry::value)
                .findFirst();
    }

    public static Ikon icon(ReminderKind kind) {
        return switch (kind) {
            case CONTACT_DUE, CONTACT_LATE -> Material2AL.FORUM;
            case CONTACT_INCOMPLETE -> Material2MZ.TIMER;
            case EXEMPTION_ASKED -> Material2AL.EVENT_BUSY;
            case STAY_LIMIT, DEFINITIVE_ALLOCATION, SIGNATURE_WAITING -> Material2AL.ALT_ROUTE;
            case ANNUAL_REVISION, DECLARATION_DUE, MANDATE_REVIEW -> Material2AL.AUTORENEW;
            case AGREEMENT_MISSING, AGREEMENT_ENDING -> Material2AL.ASSIGNMENT;
            case ACTION_DUE -> Material2AL.CHECK_BOX;
            case GOAL_TO_REVISIT -> Material2AL.FLAG;
            case RIGHT_TO_FOLLOW_UP -> Material2MZ.VERIFIED_USER;
            case DOCUMENT_EXPIRING -> Material2AL.DESCRIPTION;
            case APPOINTMENT_TOMORROW -> Material2AL.EVENT;
            case NO_SHOW_TO_CALL -> Material2MZ.PHONE_CALLBACK;
            case CONFLICT_WAITING -> Material2MZ.REPORT_PROBLEM;
            case DECISION_DUE, NOTIFICATION_DUE, MANDATE_ENDING -> Material2AL.GAVEL;
            case REFERRAL_TO_CONFIRM -> Material2MZ.TRANSFER_WITHIN_A_STATION;
            case QUESTION_UNANSWERED -> Material2AL.HELP_OUTLINE;
            case LIAISON_WAITING -> Material2AL.FORWARD_TO_INBOX;
        };
    }

    /** Where one does something about it. */
    public static Destination destination(Reminder reminder) {
        return switch (reminder.kind()) {
            case CONFLICT_WAITING ->
                reminder.about()
                        .<Destination>map(conflict -> new Destination.ConflictPage(reminder.dossier(), conflict))
                        .orElseGet(() -> new Destination.DossierPage(reminder.dossier()));
            case CONTACT_INCOMPLETE ->
                reminder.about()
                        .<Destination>map(contact -> new Destination.ContactForm(reminder.dossier(), contact))
                        .orElseGet(() -> new Destination.DossierPage(reminder.dossier()));
            case RIGHT_TO_FOLLOW_UP, DECLARATION_DUE -> new Destination.FollowUps(reminder.dossier());
            case APPOINTMENT_TOMORROW, NO_SHOW_TO_CALL -> new Destination.Appointments(reminder.dossier());
            case AGREEMENT_MISSING, AGREEMENT_ENDING -> new Destination.Agreements(reminder.dossier());
            case DECISION_DUE, NOTIFICATION_DUE, MANDATE_REVIEW, MANDATE_ENDING, EXEMPTION_ASKED ->
                new Destination.Requests(reminder.dossier());
            case REFERRAL_TO_CONFIRM -> new Destination.Referrals(reminder.dossier());
            case LIAISON_WAITING -> new Destination.Reception();
            case QUESTION_UNANSWERED -> new Destination.Questions(reminder.dossier(), null);
            case STAY_LIMIT, DEFINITIVE_ALLOCATION, SIGNATURE_WAITING, ANNUAL_REVISION ->
                new Destination.Segment(reminder.dossier());
            default -> new Destination.DossierPage(reminder.dossier());
        };
    }
}
