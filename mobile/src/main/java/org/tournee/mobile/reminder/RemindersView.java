package org.tournee.mobile.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Section;

/** Everything that is due to the worker, by how near it is. Rule: R-REM. */
public final class RemindersView implements Screen {

    private static final int WEEK = 7;

    private final Phone phone;
    private final Page page = new Page();

    public RemindersView(Phone phone) {
        this.phone = phone;
        refresh();
    }

    @Override
    public String title() {
        return phone.messages().get("reminders.title");
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void refresh() {
        List<MyReminders.Due> all = MyReminders.of(phone);
        LocalDate today = phone.today();
        List<Node> sections = new ArrayList<>();
        add(sections, "reminders.late", all, due -> due.isBefore(today));
        add(sections, "reminders.week", all, due -> !due.isBefore(today) && due.isBefore(today.plusDays(WEEK)));
        add(sections, "reminders.later", all, due -> !due.isBefore(today.plusDays(WEEK)));
        if (sections.isEmpty()) {
            sections.add(new EmptyState(
                    Material2MZ.NOTIFICATIONS_NONE,
                    phone.messages().get("reminders.none"),
                    phone.messages().get("reminders.noneWhy")));
        }
        page.contents(sections);
    }

    private void add(List<Node> sections, String title, List<MyReminders.Due> all, Predicate<LocalDate> when) {
        List<MyReminders.Due> then =
                all.stream().filter(due -> when.test(due.reminder().dueOn())).toList();
        Node[] rows = DueHousehold.of(then).stream()
                .map(household -> household.row(phone))
                .toArray(Node[]::new);
        if (rows.length > 0) {
            sections.add(new Section(phone.messages().get(title, then.size()), rows));
        }
    }
}
