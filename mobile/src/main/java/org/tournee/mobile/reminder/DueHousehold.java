package org.tournee.mobile.reminder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.SegmentBadge;
import org.tournee.mobile.ui.Texts;
import org.tournee.reminder.Reminder;

/**
 * A household and all that is due there: people first, their reminders small.
 *
 * @param reminders those of the day's work before those of the paper, then the first due first
 */
public record DueHousehold(DossierContents dossier, List<Reminder> reminders) {

    private static final int MOST_SHOWN = 2;

    private static final Comparator<Reminder> FIELD_FIRST =
            Comparator.comparingInt(DueHousehold::rank).thenComparing(Reminder.FIRST_DUE_FIRST);

    /** What cannot wait, what a visit or a call settles, what to talk of then, what waits for a quiet hour at the desk. */
    private static int rank(Reminder reminder) {
        return switch (reminder.kind()) {
            case APPOINTMENT_TOMORROW, NO_SHOW_TO_CALL, CONFLICT_WAITING, DECISION_DUE, NOTIFICATION_DUE -> 0;
            case CONTACT_DUE,
                    CONTACT_LATE,
                    CONTACT_INCOMPLETE,
                    ACTION_DUE,
                    RIGHT_TO_FOLLOW_UP,
                    DOCUMENT_EXPIRING,
                    DECLARATION_DUE,
                    REFERRAL_TO_CONFIRM,
                    LIAISON_WAITING -> 1;
            case GOAL_TO_REVISIT, QUESTION_UNANSWERED -> 2;
            case AGREEMENT_MISSING,
                    AGREEMENT_ENDING,
                    DEFINITIVE_ALLOCATION,
                    ANNUAL_REVISION,
                    STAY_LIMIT,
                    MANDATE_REVIEW,
                    MANDATE_ENDING,
                    EXEMPTION_ASKED,
                    SIGNATURE_WAITING -> 3;
        };
    }

    public DueHousehold {
        reminders = reminders.stream().sorted(FIELD_FIRST).toList();
    }

    /** One a household, those with field work first. */
    public static List<DueHousehold> of(List<MyReminders.Due> due) {
        Map<DossierId, DossierContents> dossiers = new LinkedHashMap<>();
        Map<DossierId, List<Reminder>> reminders = new LinkedHashMap<>();
        for (MyReminders.Due one : due) {
            dossiers.put(one.dossier().id(), one.dossier());
            reminders
                    .computeIfAbsent(one.dossier().id(), id -> new ArrayList<>())
                    .add(one.reminder());
        }
        return dossiers.values().stream()
                .map(dossier -> new DueHousehold(dossier, reminders.getOrDefault(dossier.id(), List.of())))
                .sorted(Comparator.comparing(
                        (DueHousehold household) -> household.reminders().get(0), FIELD_FIRST))
                .toList();
    }

    /** Where one does something about it; the dossier, where several places would do. */
    private Destination destination() {
        List<Destination> places =
                reminders.stream().map(ReminderText::destination).distinct().toList();
        return places.size() == 1 ? places.get(0) : new Destination.DossierPage(dossier.id());
    }

    /** The household with its badge, and what is due. */
    public ListRow row(Phone phone) {
        Messages messages = phone.messages();
        ReminderText text = new ReminderText(phone);
        Node badge = dossier.stayOn(phone.today())
                .map(stay -> stay.value().span().segment())
                .<Node>map(segment -> new SegmentBadge(segment, messages.of(segment)))
                .orElseGet(() -> Icons.large(Material2AL.FOLDER_SHARED));
        Node[] marks = reminders.stream()
                .limit(MOST_SHOWN)
                .map(reminder -> text.mark(reminder, dossier, phone.today()))
                .toArray(Node[]::new);
        ListRow row = new ListRow(
                        badge,
                        dossier.dossier().value().household().name(),
                        dossier.dossier().value().address().communeName(),
                        () -> phone.navigator().open(destination()))
                .below(marks);
        int others = reminders.size() - MOST_SHOWN;
        return others > 0 ? row.below(Texts.small(messages.get("reminder.others", others))) : row;
    }
}
