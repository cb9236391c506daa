package org.tournee.mobile.bilan;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Hyphens;
import org.tournee.mobile.ui.Icons;

/**
 * One dimension: what weighs to the left, what carries to the right, a mark an item; a tap on a side adds there, a tap
 * on the name opens the items. The name stands beside the balance, with large text above it.
 */
final class BalanceRow extends VBox {

    /** In em: narrower than this, name and balance do not fit beside one another. */
    private static final double NARROW = 19;

    private final Balance balance;
    private final Messages messages;
    private final BilanViewModel model;
    private final Button name;
    private final HBox sides;
    private boolean stacked;

    BalanceRow(Balance balance, Messages messages, BilanViewModel model, boolean open, Runnable toggle) {
        this.balance = balance;
        this.messages = messages;
        this.model = model;
        getStyleClass().add("balance-row");
        name = name(open, toggle);
        sides = new HBox(side(Side.WEIGHS), beam(), side(Side.CARRIES));
        sides.setAlignment(Pos.CENTER);
        HBox.setHgrow(sides, Priority.ALWAYS);
        lay();
        widthProperty().addListener((on, was, is) -> layAgain());
        name.fontProperty().addListener((on, was, is) -> layAgain());
    }

    private void layAgain() {
        boolean narrow = getWidth() > 0 && getWidth() < NARROW * name.getFont().getSize();
        if (narrow != stacked) {
            stacked = narrow;
            lay();
        }
    }

    private void lay() {
        name.setMaxWidth(stacked ? Double.MAX_VALUE : USE_PREF_SIZE);
        if (stacked) {
            getChildren().setAll(name, sides);
        } else {
            HBox line = new HBox(name, sides);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("balance-line");
            getChildren().setAll(line);
        }
    }

    private Button name(boolean open, Runnable toggle) {
        Button button = new Button(messages.of(balance.dimension()));
        boolean empty = balance.items().isEmpty() && balance.hidden() == 0;
        if (!empty) {
            button.setGraphic(Icons.of(open ? Material2AL.EXPAND_LESS : Material2AL.EXPAND_MORE));
        }
        button.setDisable(empty);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setWrapText(true);
        button.getStyleClass().add("balance-name");
        button.setAlignment(Pos.CENTER_LEFT);
        button.setId("dimension-" + balance.dimension().name());
        button.setAccessibleText(
                messages.get("bilan.items.of", balance.items().size(), messages.of(balance.dimension())));
        button.setOnAction(event -> toggle.run());
        return Hyphens.in(button);
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
        for (Balance.Weight weight : balance.on(side)) {
            marks.getChildren()
                    .add(new EffectMark(weight.entry().value().statement().effect(), weight.standing()));
        }
        marks.getChildren().add(side == Side.WEIGHS ? 0 : marks.getChildren().size(), plus());
        Button button = new Button(null, marks);
        button.getStyleClass().addAll("balance-side", side == Side.WEIGHS ? "side-weighs" : "side-carries");
        button.setId("balance-" + balance.dimension().name() + "-" + side.name());
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setPrefWidth(0);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setAccessibleText(messages.get(
                "bilan.side.add", messages.of(balance.dimension()), messages.of(side), balance.holding(side)));
        button.setOnAction(event -> model.begin(balance.dimension(), side));
        return button;
    }

    private static Node plus() {
        Node plus = Icons.of(Material2AL.ADD);
        plus.getStyleClass().add("balance-plus");
        return plus;
    }
}
