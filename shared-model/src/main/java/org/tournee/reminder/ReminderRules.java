package org.tournee.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierStatus;
import org.tournee.organisation.WorkerId;

/**
 * Derives the reminders of a dossier: a reminder is there exactly as long as its cause. Rule: R-REM.
 *
 * <p>The phone and the server run it alike; neither stores what it gives.
 */
public final class ReminderRules {

    private ReminderRules() {}

    /**
     * The reminders of a dossier on that day, one a cause and worker, the first due first. A closed dossier has only
     * those about records that are wrong as they stand.
     *
     * @param today the day of the organisation
     */
    public static List<Reminder> of(DossierContents contents, LocalDate today, ReminderSetting setting) {
        Told told = new Told(contents, new Recipients(contents, today, setting.heads()));
        RecordReminders records = new RecordReminders(contents, today, setting.profile());
        TeamReminders team = new TeamReminders(contents, today, setting.profile());
        records.incompleteContacts(told);
        records.conflicts(told);
        team.questions(told);
        if (contents.dossier().value().status().status() == DossierStatus.OPEN) {
            NormReminders norms = new NormReminders(contents, today, setting.profile());
            norms.contact(told);
            norms.reviews(told);
            norms.agreement(told);
            records.actions(told);
            records.goals(told);
            records.documents(told);
            records.appointments(told);
            RightReminders rights = new RightReminders(contents, today, setting);
            rights.followUps(told);
            rights.declarations(told);
            team.requests(told);
            team.signatures(told);
            team.exemptions(told);
            new MandateReminders(contents, today, setting.profile()).mandates(told);
            team.referrals(told);
        }
        return told.reminders().stream()
                .flatMap(reminder -> Stream.concat(Stream.of(reminder), toHead(reminder, today, setting).stream()))
                .sorted(Reminder.FIRST_DUE_FIRST)
                .toList();
    }

    /** What stays undone for long goes to the head as well. Rule: R-SEG-10. */
    private static Optional<Reminder> toHead(Reminder reminder, LocalDate today, ReminderSetting setting) {
        if (today.isBefore(reminder.escalatesOn(setting.profile()))) {
            return Optional.empty();
        }
        Optional<WorkerId> head = setting.heads().of(reminder.whom());
        return head.map(reminder::to);
    }
}
