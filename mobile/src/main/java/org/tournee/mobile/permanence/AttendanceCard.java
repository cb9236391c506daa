package org.tournee.mobile.permanence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Texts;
import org.tournee.reception.Attendance;

/** How many came and how it ended: what is shown when a desk is closed. Rules: R-PER, R-IND. */
final class AttendanceCard {

    private AttendanceCard() {}

    static Card of(Attendance attendance, Messages messages) {
        List<Node> lines = new ArrayList<>();
        lines.add(Texts.heading(messages.get("reception.figures")));
        lines.add(Texts.body(messages.get("reception.came", attendance.came())));
        lines.add(Texts.body(messages.get("reception.settled", attendance.settled())));
        lines.add(Texts.body(messages.get("reception.passedOn", attendance.passedOn())));
        lines.add(Texts.body(messages.get("reception.left", attendance.left())));
        if (attendance.open() > 0) {
            lines.add(Texts.body(messages.get("reception.stillOpen", attendance.open())));
        }
        Duration wait = attendance.medianWait();
        if (wait != null) {
            lines.add(Texts.body(messages.get("reception.medianWait", wait.toMinutes())));
        }
        return new Card(lines.toArray(Node[]::new));
    }
}
