package org.tournee.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierStatus;
import org.tournee.profile.OrganisationProfile;

/**
 * Derives the reminders of a dossier: a reminder is there exactly as long as its cause. Rule: R-REM.
 *
 * <p>The phone and the server run it alike; neither stores what it gives.
 */
public final class ReminderRules {

    private ReminderRules() {}

    /**
     * The reminders of a dossier on that day, one a cause, the first due first. A closed dossier has only those about
     * records that are wrong as they stand.
     *
     * @param today the day of the organisation
     */
    public static List<Reminder> of(DossierContents contents, LocalDate today, OrganisationProfile profile) {
        Recipients recipients = new Recipients(contents, today);
        List<Reminder> reminders = new ArrayList<>();
        RecordReminders records = new RecordReminders(contents, today, profile, recipients);
        records.incompleteContacts(reminders);
        records.conflicts(reminders);
        if (contents.dossier().value().status().status() == DossierStatus.OPEN) {
            NormReminders norms = new NormReminders(contents, today, profile, recipients);
            norms.contact(reminders);
            norms.reviews(reminders);
            norms.agreement(reminders);
            records.actions(reminders);
            records.goals(reminders);
            records.rights(reminders);
            records.documents(reminders);
            records.appointments(reminders);
        }
        reminders.sort(Reminder.FIRST_DUE_FIRST);
        return List.copyOf(reminders);
    }
}
