package org.tournee.mobile.bilan;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.tournee.bilan.Effect;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Texts;

/** What the shapes mean. */
final class BalanceLegend extends FlowPane {

    BalanceLegend(Messages messages) {
        getStyleClass().add("balance-legend");
        for (Side side : Side.values()) {
            for (Effect effect : side.effects()) {
                Label name = Texts.small(messages.of(effect));
                HBox pair = new HBox(new EffectMark(effect, Balance.Standing.STAYS), name);
                pair.setAlignment(Pos.CENTER_LEFT);
                pair.getStyleClass().add("legend-pair");
                getChildren().add(pair);
            }
        }
    }
}
