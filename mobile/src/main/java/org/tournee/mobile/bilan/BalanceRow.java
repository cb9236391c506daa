package org.tournee.mobile.bilan;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.Texts;

/** One dimension: what weighs to the left, what carries to the right, a mark an item; a tap on a side adds there. */
final class BalanceRow extends VBox {

    private final Balance balance;
    private final Messages messages;
    private final BilanViewModel model;

    BalanceRow(Balance balance, Messages messages, BilanViewModel model, boolean open, Runnable toggle) {
        this.balance = balance;
        this.messages = messages;
        this.model = model;
        getStyleClass().add("balance-row");
        HBox sides = new HBox(side(Side.WEIGHS), beam(), side(Side.CARRIES));
        sides.setAlignment(Pos.CENTER);
        sides.getStyleClass().add("balance-sides");
        getChildren().addAll(head(open, toggle), sides);
    }

    private HBox head(boolean open, Runnable toggle) {
        HBox head = new HBox(Texts.strong(messages.of(balance.dimension())));
        HBox.setHgrow(head.getChildren().get(0), Priority.ALWAYS);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("balance-head");
        if (!balance.items().isEmpty() || balance.hidden() > 0) {
            Button button = Buttons.quiet(
                    messages.get("bilan.items", balance.items().size()),
                    open ? Material2AL.EXPAND_LESS : Material2AL.EXPAND_MORE,
                    toggle);
            button.setContentDisplay(ContentDisplay.RIGHT);
            button.setAccessibleText(messages.get(
                    "bilan.items.of", balance.items().size(), messages.of(balance.dimension())));
            head.getChildren().add(button);
        }
        return head;
    }

    private static VBox beam() {
        VBox beam = new VBox();
        beam.getStyleClass().add("balance-beam");
        return beam;
    }

    private Button side(Side side) {
        FlowPane marks = new FlowPane();
        marks.getStyleClass().add("balance-marks");
        marks.setAlignment(side == Side.WEIGHS ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        if (side == Side.WEIGHS) {
            marks.getChildren().add(plus());
        }
        for (Balance.Weight weight : balance.on(side)) {
            marks.getChildren().add(new EffectMark(weight.entry().value().statement().effect(), weight.standing()));
        }
        if (side == Side.CARRIES) {
            marks.getChildren().add(plus());
        }
        Button button = new Button(null, marks);
        button.getStyleClass().addAll("balance-side", side == Side.WEIGHS ? "side-weighs" : "side-carries");
        button.setId("balance-" + balance.dimension().name() + "-" + side.name());
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setPrefWidth(0);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setAccessibleText(messages.get(
                "bilan.side.add",
                messages.of(balance.dimension()),
                messages.of(side),
                balance.holding(side)));
        button.setOnAction(event -> model.begin(balance.dimension(), side));
        return button;
    }

    private static javafx.scene.Node plus() {
        var plus = Icons.of(Material2AL.ADD);
        plus.getStyleClass().add("balance-plus");
        return plus;
    }
}
