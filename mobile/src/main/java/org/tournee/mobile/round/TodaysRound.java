package org.tournee.mobile.round;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.ListRow;

/** Today's round: how far one is and where one goes next, in order; or that there is none yet. Rule: R-OUT. */
public final class TodaysRound {

    private TodaysRound() {}

    private static final int MOST_STOPS = 3;

    /** Whether this worker goes anywhere today. */
    public static boolean isPlanned(Phone phone) {
        return !Stop.of(phone, phone.today()).isEmpty();
    }

    /** The line that opens the round, then the next stops; whoever is met at the first of them is one tap away. */
    public static List<Node> rows(Phone phone) {
        List<Stop> stops = Stop.of(phone, phone.today());
        List<Stop> open = stops.stream().filter(Stop::isOpen).toList();
        List<Node> rows = new ArrayList<>();
        rows.add(whole(stops, phone));
        for (Stop stop : open.subList(0, Math.min(MOST_STOPS, open.size()))) {
            rows.add(stop(stop, stops.indexOf(stop) + 1, stop.equals(open.get(0)), phone));
        }
        return rows;
    }

    private static ListRow stop(Stop stop, int number, boolean next, Phone phone) {
        Messages messages = phone.messages();
        ListRow row = new ListRow(
                next ? Material2AL.DIRECTIONS_CAR : Material2MZ.PLACE,
                messages.get("round.stop", number, stop.household()),
                stop.dossier().address().communeName(),
                () -> phone.navigator().open(new Destination.RoundPage()));
        if (next) {
            Button met = Buttons.quiet(
                    messages.get("today.met"),
                    Material2AL.CHECK,
                    () -> new RoundPlan(phone, Platform::runLater).met(stop));
            met.setId("today-met");
            met.setOnMouseClicked(Event::consume); // the row around it opens the round
            row.below(met);
        }
        return row;
    }

    private static ListRow whole(List<Stop> stops, Phone phone) {
        Messages messages = phone.messages();
        long seen = stops.stream().filter(stop -> !stop.isOpen()).count();
        String title =
                stops.isEmpty() ? messages.get("round.plan") : messages.get("round.progress", seen, stops.size());
        String detail = stops.isEmpty()
                ? messages.get("round.planWhy")
                : messages.get(seen == stops.size() ? "round.done" : "today.roundInOrder");
        return new ListRow(
                Material2AL.ALT_ROUTE, title, detail, () -> phone.navigator().open(new Destination.RoundPage()));
    }
}
