package org.tournee.mobile.reminder;

import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Texts;

/** A reminder as one line: the household first, then what and until when. */
public final class ReminderRow {

    private ReminderRow() {}

    public static ListRow of(MyReminders.Due due, Phone phone) {
        ReminderText text = new ReminderText(phone.messages(), DateTexts.of(phone));
        ListRow row = new ListRow(
                Icons.large(ReminderText.icon(due.reminder().kind())),
                due.household(),
                text.what(due.reminder()),
                () -> phone.navigator().open(ReminderText.destination(due.reminder())));
        String detail = ReminderText.detail(due.reminder(), due.dossier());
        if (!detail.isEmpty()) {
            row.below(Texts.body(detail));
        }
        return row.below(text.due(due.reminder(), phone.today()));
    }
}
