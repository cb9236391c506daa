package org.tournee.mobile.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.app.OwnSilence;
import org.tournee.mobile.app.PageScreen;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.permanence.LateSheets;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Section;

/** Everything that is due to the worker, by how near it is. Rule: R-REM. */
public final class RemindersView extends PageScreen {

    private static final int WEEK = 7;

    public RemindersView(Phone phone) {
        super(phone, "reminders.title");
    }

    @Override
    protected boolean tellsOfAll() {
        return true;
    }

    @Override
    protected List<Node> contents() {
        List<MyReminders.Due> all = MyReminders.of(phone);
        LocalDate today = phone.today();
        List<Node> sections = new ArrayList<>();
        OwnSilence.row(phone).ifPresent(row -> sections.add(new Section(messages.get("silence.title"), row)));
        List<ListRow> sheets = LateSheets.rows(phone);
        if (!sheets.isEmpty()) {
            sections.add(new Section(messages.get("reception.title"), sheets.toArray(Node[]::new)));
        }
        add(sections, "reminders.late", all, due -> due.isBefore(today));
        add(sections, "reminders.week", all, due -> !due.isBefore(today) && due.isBefore(today.plusDays(WEEK)));
        add(sections, "reminders.later", all, due -> !due.isBefore(today.plusDays(WEEK)));
        if (sections.isEmpty()) {
            sections.add(new EmptyState(
                    Material2MZ.NOTIFICATIONS_NONE, messages.get("reminders.none"), messages.get("reminders.noneWhy")));
        }
        return sections;
    }

    private void add(List<Node> sections, String title, List<MyReminders.Due> all, Predicate<LocalDate> when) {
        List<MyReminders.Due> then =
                all.stream().filter(due -> when.test(due.reminder().dueOn())).toList();
        Node[] rows = DueHousehold.of(then).stream()
                .map(household -> household.row(phone))
                .toArray(Node[]::new);
        if (rows.length > 0) {
            sections.add(new Section(messages.get(title, then.size()), rows));
        }
    }
}
