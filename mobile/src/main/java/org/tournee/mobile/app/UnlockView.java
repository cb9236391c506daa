package org.tournee.mobile.app;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Entrance.Holder;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.PinPad;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.mobile.ui.Turning;
import org.tournee.mobile.ui.WholePage;

/** Asks for the PIN. */
final class UnlockView extends StackPane {

    /**
     * Ways out other than the PIN.
     *
     * @param forgotten the PIN of the chosen person was forgotten
     * @param another somebody who has no store here yet
     */
    record Ways(Runnable forgotten, Runnable another) {}

    private final PinPad pad;
    private final VBox said = new VBox();

    UnlockView(UnlockViewModel model, Messages messages, Ways ways) {
        pad = PinEntry.pad(messages, "unlock.open", model::unlock);
        VBox page = new VBox(head(model, messages, ways), said, pad);
        page.getStyleClass().add("entrance");
        VBox.setVgrow(said, Priority.ALWAYS);
        getChildren().add(new WholePage(page));
        said.getStyleClass().add("entrance-said");
        said.setAlignment(Pos.CENTER);
        model.problemProperty().addListener((source, was, is) -> show(model, messages));
        model.busyProperty().addListener((source, was, is) -> show(model, messages));
    }

    private static VBox head(UnlockViewModel model, Messages messages, Ways ways) {
        StackPane mark = new StackPane(Icons.large(Material2AL.LOCK_OPEN));
        mark.getStyleClass().add("entrance-mark");
        Label title = Texts.title(messages.get("app.name"));
        Label ask = Texts.muted(messages.get("unlock.ask"));
        VBox head = new VBox(mark, title, ask);
        if (model.holders().size() > 1) {
            head.getChildren().add(people(model, messages));
        }
        FlowPane out = new FlowPane(
                Buttons.quiet(messages.get("unlock.forgotten"), null, ways.forgotten()),
                Buttons.quiet(messages.get("unlock.another"), null, ways.another()));
        head.getChildren().add(out);
        head.getStyleClass().add("entrance-head");
        return head;
    }

    /** Two workers on one phone: each has a store of their own, known by initials. */
    private static ChipGroup<Holder> people(UnlockViewModel model, Messages messages) {
        ChipGroup<Holder> people = ChipGroup.one(
                model.holders(),
                holder -> holder.initials().isEmpty() ? messages.get("unlock.unnamed") : holder.initials());
        people.select(List.of(model.chosenProperty().get()));
        people.selectedProperty()
                .addListener((source, was, is) ->
                        people.choice().ifPresentOrElse(model.chosenProperty()::set, () -> people.select(was)));
        return people;
    }

    private void show(UnlockViewModel model, Messages messages) {
        said.getChildren().clear();
        pad.setDisable(model.busyProperty().get());
        if (model.busyProperty().get()) {
            String opening = messages.get("unlock.opening");
            said.getChildren().addAll(new Turning(opening), Texts.muted(opening));
        } else if (!model.problemProperty().get().isEmpty()) {
            said.getChildren()
                    .add(new Notice(Tone.CONFLICT, model.problemProperty().get()));
            pad.requestFocus();
        }
    }
}
