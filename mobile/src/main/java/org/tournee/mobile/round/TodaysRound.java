package org.tournee.mobile.round;

import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.ListRow;

/** Today's round in one line: how far one is and where one goes next; or that there is none yet. Rule: R-OUT. */
public final class TodaysRound {

    private TodaysRound() {}

    /** The line that opens the round. */
    public static ListRow row(Phone phone) {
        Messages messages = phone.messages();
        List<Stop> stops = Stop.of(phone, phone.today());
        Optional<Stop> next = stops.stream().filter(Stop::isOpen).findFirst();
        long seen = stops.stream().filter(stop -> !stop.isOpen()).count();
        String title =
                stops.isEmpty() ? messages.get("round.plan") : messages.get("round.progress", seen, stops.size());
        String detail = stops.isEmpty()
                ? messages.get("round.planWhy")
                : next.map(stop -> messages.get(
                                "round.next",
                                stop.household(),
                                stop.dossier().address().communeName()))
                        .orElseGet(() -> messages.get("round.done"));
        return new ListRow(
                Material2AL.DIRECTIONS_CAR,
                title,
                detail,
                () -> phone.navigator().open(new Destination.RoundPage()));
    }
}
