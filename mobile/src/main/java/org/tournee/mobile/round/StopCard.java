package org.tournee.mobile.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.Dossier;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.AddressLine;
import org.tournee.mobile.dossier.DiscreetToggle;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Texts;
import org.tournee.outreach.Visit;

/** One stop: who lives where, what to know, and what one found, in one tap. Rule: R-OUT. */
final class StopCard {

    private final Card card = new Card();

    private final RoundViewModel model;
    private final Stop stop;
    private final int number;
    private final Phone phone;
    private final Messages messages;
    private final VisitMarks marks;
    private final Discretion discretion;

    /** @param number in the round, from 1 */
    StopCard(RoundViewModel model, Stop stop, int number, Phone phone, Discretion discretion) {
        this.model = model;
        this.stop = stop;
        this.number = number;
        this.phone = phone;
        this.discretion = discretion;
        this.messages = phone.messages();
        this.marks = new VisitMarks(phone);
        card.setId("stop-" + number);
        card.getChildren().add(head());
        stop.state().ifPresentOrElse(this::ended, this::open);
    }

    Card card() {
        return card;
    }

    private Node head() {
        return new VBox(
                Texts.strong(messages.get("round.stop", number, stop.household())),
                Texts.muted(AddressLine.of(stop.dossier().address(), messages)));
    }

    private Button mover(Material2AL icon, String where, int by) {
        Button button =
                Buttons.icon(icon, messages.get("round." + where, stop.household()), () -> model.move(stop, by));
        button.setId(where + "-" + number);
        return button;
    }

    private void open() {
        stop.notes().forEach(note -> card.getChildren().add(DiscreetToggle.covered(marks.safety(note), discretion)));
        if (stop.isOpposed()) {
            card.getChildren().add(marks.opposed());
        }
        if (!stop.visit().value().plan().grounds().isEmpty()) {
            card.getChildren().add(marks.grounds(stop.visit().value().plan().grounds()));
        }
        card.getChildren().addAll(marks.past(stop));
        Dossier.Reachability reach = stop.dossier().reachability();
        if (reach != null && reach.phone() != null) {
            card.getChildren().add(Texts.body(messages.get("dossier.phone", reach.phone())));
        }
        card.getChildren().addAll(answers(), openDossier());
    }

    private Node answers() {
        List<Node> answers = new ArrayList<>();
        if (model.round().get().day().equals(phone.today())) {
            answers.add(answer(Visit.State.MET, () -> model.met(stop)));
            answers.add(answer(Visit.State.ABSENT, () -> model.absent(stop)));
            answers.add(answer(Visit.State.REFUSED, () -> model.refused(stop)));
        }
        answers.add(answer(Visit.State.LEFT_OUT, () -> model.leaveOut(stop)));
        answers.add(mover(Material2AL.ARROW_UPWARD, "earlier", -1));
        answers.add(mover(Material2AL.ARROW_DOWNWARD, "later", 1));
        FlowPane flow = new FlowPane(4, 4);
        flow.getChildren().addAll(answers);
        return flow;
    }

    private Button answer(Visit.State state, Runnable action) {
        Button button = Buttons.quiet(messages.get("round.do." + state.name()), VisitMarks.icon(state), action);
        button.setId(state.name().toLowerCase(Locale.ROOT) + "-" + number);
        return button;
    }

    private Button openDossier() {
        return Buttons.quiet(
                messages.get("returned.open"),
                Material2AL.FOLDER_SHARED,
                () -> phone.navigator()
                        .open(new Destination.DossierPage(stop.contents().id())));
    }

    private void ended(Visit.State state) {
        card.getChildren().add(marks.state(state));
        if (state == Visit.State.REFUSED && !stop.isOpposed()) {
            card.getChildren()
                    .add(Buttons.quiet(messages.get("round.oppose"), Material2MZ.PAN_TOOL, () -> model.oppose(stop)));
        }
        card.getChildren().add(openDossier());
    }
}
