package org.tournee.mobile.appointment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.PageScreen;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.appointment.WeekViewModel.Day;
import org.tournee.mobile.appointment.WeekViewModel.Week;
import org.tournee.mobile.device.Handover;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Flow;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;

/** The appointments of a week. Rule: R-APP. */
public final class WeekScreen extends PageScreen {

    private final DateTexts dates;
    private final WeekViewModel model;
    private final Handover handover;

    /** @param handover takes a file for the calendar */
    public WeekScreen(Phone phone, Handover handover) {
        super(phone, "week.title");
        this.handover = handover;
        this.dates = DateTexts.of(phone);
        this.model = new WeekViewModel(phone);
        model.week().addListener((on, was, is) -> show());
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    protected List<Node> contents() {
        Week week = model.week().get();
        List<Node> shown = new ArrayList<>();
        shown.add(Texts.title(messages.get("week.of", dates.day(week.monday()))));
        shown.add(new Flow(
                step("week-before", "week.before", Material2AL.ARROW_BACK, -1),
                step("week-after", "week.after", Material2AL.ARROW_FORWARD, 1)));
        week.days().forEach(day -> shown.add(day(day)));
        if (model.hasCalendar()) {
            Button export = Buttons.secondary(messages.get("week.calendar"), Material2AL.EVENT_AVAILABLE, this::export);
            export.setId("week-calendar");
            shown.add(export);
            shown.add(Texts.small(messages.get("week.calendarWhy")));
        }
        return shown;
    }

    private void export() {
        String name =
                messages.get("week.calendar.file", model.week().get().monday().toString()) + ".ics";
        try {
            if (handover.give(name, "text/calendar", model.calendar()) == Handover.Outcome.SAVED) {
                phone.navigator().say(messages.get("week.calendarDone"));
            }
        } catch (IOException e) {
            phone.navigator().say(messages.get("week.calendarRefused"));
        }
    }

    private Button step(String id, String words, Material2AL icon, int weeks) {
        Button step = Buttons.quiet(messages.get(words), icon, () -> model.move(weeks));
        step.setId(id);
        return step;
    }

    private Section day(Day day) {
        Section section = new Section(dates.dayTitle(day.date()));
        section.contents(
                day.appointments().isEmpty()
                        ? List.of(Texts.muted(messages.get("week.free")))
                        : day.appointments().stream().<Node>map(this::row).toList());
        return section;
    }

    private ListRow row(Planned planned) {
        return new ListRow(
                Material2AL.EVENT,
                messages.get("week.row", dates.time(planned.startsAt()), planned.household()),
                messages.get(
                        "week.facts",
                        messages.of(planned.plan().place()),
                        planned.plan().durationMinutes()),
                () -> phone.navigator()
                        .open(new Destination.Appointments(planned.dossier().id())));
    }
}
