package org.tournee.mobile.app;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.PinPad;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;

/** Asks for the PIN. */
final class UnlockView extends BorderPane {

    private final PinPad pad;
    private final VBox said = new VBox();

    UnlockView(UnlockViewModel model, Messages messages) {
        pad = new PinPad(
                Entrance.SHORTEST_PIN,
                Entrance.LONGEST_PIN,
                new PinPad.Words(messages.get("unlock.open"), messages.get("pin.erase")),
                () -> submit(model));
        getStyleClass().add("entrance");
        setTop(head(messages));
        setCenter(said);
        setBottom(pad);
        said.getStyleClass().add("entrance-said");
        said.setAlignment(Pos.CENTER);
        model.problemProperty().addListener((source, was, is) -> show(model, messages));
        model.busyProperty().addListener((source, was, is) -> show(model, messages));
        sceneProperty().addListener((source, was, is) -> pad.requestFocus());
    }

    private static VBox head(Messages messages) {
        StackPane mark = new StackPane(Icons.large(Material2AL.LOCK_OPEN));
        mark.getStyleClass().add("entrance-mark");
        Label title = Texts.title(messages.get("app.name"));
        Label ask = Texts.muted(messages.get("unlock.ask"));
        VBox head = new VBox(mark, title, ask);
        head.getStyleClass().add("entrance-head");
        return head;
    }

    private void submit(UnlockViewModel model) {
        String pin = pad.pin();
        pad.clear();
        model.unlock(pin);
    }

    private void show(UnlockViewModel model, Messages messages) {
        said.getChildren().clear();
        pad.setDisable(model.busyProperty().get());
        if (model.busyProperty().get()) {
            ProgressIndicator turning = new ProgressIndicator();
            turning.setAccessibleText(messages.get("unlock.opening"));
            said.getChildren().addAll(turning, Texts.muted(messages.get("unlock.opening")));
        } else if (!model.problemProperty().get().isEmpty()) {
            said.getChildren()
                    .add(new Notice(Tone.CONFLICT, model.problemProperty().get()));
            pad.requestFocus();
        }
    }
}
