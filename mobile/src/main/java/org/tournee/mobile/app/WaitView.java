package org.tournee.mobile.app;

import javafx.geometry.Pos;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.tournee.mobile.ui.Texts;

/** Something that takes a moment, and why. */
final class WaitView extends VBox {

    WaitView(String what, String why) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setAccessibleText(what);
        getChildren().addAll(turning, Texts.heading(what), Texts.muted(why));
        getStyleClass().addAll("entrance", "entrance-wait");
        setAlignment(Pos.CENTER);
    }
}
