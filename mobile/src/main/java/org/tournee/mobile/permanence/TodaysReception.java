package org.tournee.mobile.permanence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.reception.DeskDay;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.RegisterContents;
import org.tournee.sync.RecordId;

/** What of the desks concerns this worker today: those that are open, and sheets that were passed on. Rule: R-PER. */
public final class TodaysReception {

    private static final int MOST_LATE = 2;

    private TodaysReception() {}

    /** None on a day without. */
    public static List<Node> rows(Phone phone) {
        List<Node> rows = new ArrayList<>();
        List<Entry<LiaisonSheet>> sheets = LateSheets.of(phone);
        late(phone, sheets, rows);
        Set<RecordId> late = sheets.stream().map(Entry::id).collect(Collectors.toSet());
        long passed = MyDesks.passedToMe(phone).stream()
                .filter(one -> !late.contains(one.sheet().id()))
                .count();
        if (passed > 0) {
            rows.add(new ListRow(
                    Material2AL.FORWARD_TO_INBOX,
                    phone.messages().get("liaison.waiting", passed),
                    phone.messages().get("liaison.waitingWhy"),
                    () -> phone.navigator().open(new Destination.Reception())));
        }
        List<RegisterContents> registers = phone.store().registers();
        for (MyDesks.Place place : MyDesks.all(phone, registers)) {
            MyDesks.register(registers, place.desk().place().site(), phone.today())
                    .filter(register -> isOpen(register, place, phone.today()))
                    .ifPresent(register -> rows.add(row(phone, place)));
        }
        return rows;
    }

    /** A few: the day is told below them. */
    private static void late(Phone phone, List<Entry<LiaisonSheet>> sheets, List<Node> rows) {
        sheets.stream().limit(MOST_LATE).forEach(sheet -> rows.add(LateSheets.row(phone, sheet)));
        if (sheets.size() > MOST_LATE) {
            rows.add(Buttons.secondary(
                    phone.messages().get("liaison.allLate", sheets.size()),
                    Material2AL.ARROW_FORWARD,
                    () -> phone.navigator().open(new Destination.Reminders())));
        }
    }

    /** The line that opens a desk. */
    static ListRow row(Phone phone, MyDesks.Place place) {
        return new ListRow(
                place.desk().isOfSite() ? Material2AL.BUSINESS : Material2AL.GROUPS,
                place.name(phone.messages()),
                state(phone, place),
                () -> phone.navigator().open(new Destination.Permanence(place.id())));
    }

    private static String state(Phone phone, MyDesks.Place place) {
        Messages messages = phone.messages();
        LocalDate today = phone.today();
        Optional<RegisterContents> register = register(phone, place);
        if (register.filter(held -> isOpen(held, place, today)).isPresent()) {
            return messages.get(
                    "reception.openNow",
                    register.orElseThrow().queue(place.id(), today).size());
        }
        DayOfWeek day = place.desk().place().day();
        LocalTime opens = place.desk().place().opens();
        return day == null || opens == null
                ? messages.get("reception.anyDay")
                : messages.get(
                        "reception.weekly",
                        day.getDisplayName(TextStyle.FULL, messages.locale()),
                        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                .withLocale(messages.locale())
                                .format(opens));
    }

    private static Optional<RegisterContents> register(Phone phone, MyDesks.Place place) {
        return MyDesks.register(phone, place.desk().place().site(), phone.today());
    }

    private static boolean isOpen(RegisterContents register, MyDesks.Place place, LocalDate day) {
        return register.daysOf(place.id(), day).stream()
                .map(entry -> entry.value())
                .anyMatch(DeskDay::isOpen);
    }
}
