package org.tournee.mobile.appointment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tournee.mobile.app.Phone;

/** The worker's appointments of a week, day by day. Rule: R-APP. */
public final class WeekViewModel {

    private static final int DAYS = 7;

    private final Phone phone;
    private final ReadOnlyObjectWrapper<Week> week = new ReadOnlyObjectWrapper<>();

    /** One day; a weekend without appointments is not shown. */
    public record Day(LocalDate date, List<Planned> appointments) {}

    /** From a Monday on. */
    public record Week(LocalDate monday, List<Day> days) {}

    public WeekViewModel(Phone phone) {
        this.phone = phone;
        show(phone.today());
    }

    public ReadOnlyObjectProperty<Week> week() {
        return week.getReadOnlyProperty();
    }

    /** Another week. */
    public void move(int weeks) {
        show(week.get().monday().plusWeeks(weeks));
    }

    /** The appointments of the week that is shown, as a calendar takes them: nothing of the person. Rule: R-GDPR. */
    public byte[] calendar() {
        LocalDate monday = week.get().monday();
        return CalendarFile.of(
                Planned.forCalendar(monday, monday.plusDays(DAYS), phone),
                phone.messages(),
                phone.clock().instant());
    }

    /** Whether there is anything to take over. */
    public boolean hasCalendar() {
        LocalDate monday = week.get().monday();
        return !Planned.forCalendar(monday, monday.plusDays(DAYS), phone).isEmpty();
    }

    /** Reads the same week again. */
    public void refresh() {
        show(week.get().monday());
    }

    private void show(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        ZoneId zone = phone.store().profile().zone();
        List<Planned> all = Planned.between(monday, monday.plusDays(DAYS), phone);
        week.set(new Week(
                monday,
                monday.datesUntil(monday.plusDays(DAYS))
                        .map(date -> new Day(
                                date,
                                all.stream()
                                        .filter(planned -> planned.day(zone).equals(date))
                                        .toList()))
                        .filter(one -> !one.appointments().isEmpty()
                                || one.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                        .toList()));
    }
}
