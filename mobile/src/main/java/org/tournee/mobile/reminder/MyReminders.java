package org.tournee.mobile.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tournee.dossier.DossierContents;
import org.tournee.mobile.app.Phone;
import org.tournee.reminder.Reminder;
import org.tournee.reminder.ReminderRules;
import org.tournee.reminder.ReminderSetting;

/** What is due to the worker of this phone, derived from what it holds. Rule: R-REM. */
public final class MyReminders {

    private MyReminders() {}

    /** A reminder and the dossier that it is about. */
    public record Due(Reminder reminder, DossierContents dossier) {

        /** The name under which the household is known. */
        public String household() {
            return dossier.dossier().value().household().name();
        }
    }

    /** The worker's own, the first due first. */
    public static List<Due> of(Phone phone) {
        LocalDate today = phone.today();
        ReminderSetting setting = new ReminderSetting(
                phone.store().profile(),
                phone.store().catalogue(),
                phone.store().heads());
        List<Due> mine = new ArrayList<>();
        for (DossierContents dossier : phone.store().dossiers()) {
            for (Reminder reminder : ReminderRules.of(dossier, today, setting)) {
                if (reminder.whom().equals(phone.store().worker())) {
                    mine.add(new Due(reminder, dossier));
                }
            }
        }
        mine.sort(Comparator.comparing(Due::reminder, Reminder.FIRST_DUE_FIRST));
        return List.copyOf(mine);
    }
}
