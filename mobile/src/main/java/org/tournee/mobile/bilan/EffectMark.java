package org.tournee.mobile.bilan;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.tournee.bilan.Effect;

/**
 * The mark of one item: a shape of its own for each effect, so that no colour is needed. What is past is hollow, what
 * came since the day compared with has a bar over it.
 */
final class EffectMark extends StackPane {

    EffectMark(Effect effect, Balance.Standing standing) {
        Region shape = new Region();
        shape.getStyleClass()
                .addAll(
                        "effect-shape",
                        switch (effect) {
                            case DESTABILISER -> "effect-destabiliser";
                            case DANGER -> "effect-danger";
                            case STABILISER -> "effect-stabiliser";
                            case OPPORTUNITY -> "effect-opportunity";
                        });
        getStyleClass()
                .addAll(
                        "effect-mark",
                        switch (standing) {
                            case STAYS -> "stays";
                            case CAME -> "came";
                            case WENT -> "went";
                        });
        getChildren().add(shape);
    }
}
