package org.tournee.mobile.app;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Texts;

/** The title of a screen, the way back, and what the screen adds. */
final class TopBar extends HBox {

    private final Button back;

    TopBar(String backName, Runnable goBack) {
        back = Buttons.icon(Material2AL.ARROW_BACK, backName, goBack);
        back.getStyleClass().add("back-button");
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
    }

    /** @param first whether it is one of the bottom bar's screens, which have no way back and a larger title */
    void show(String title, boolean first, List<Node> actions) {
        Label label = first ? Texts.title(title) : Texts.heading(title);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().clear();
        if (!first) {
            getChildren().add(back);
        }
        getChildren().add(label);
        getChildren().addAll(actions);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("first"), first);
    }
}
