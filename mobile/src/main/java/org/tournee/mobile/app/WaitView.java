package org.tournee.mobile.app;

import javafx.geometry.Pos;
import javafx.scene.layout.VBox;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Turning;

/** Something that takes a moment, and why. */
final class WaitView extends VBox {

    WaitView(String what, String why) {
        getChildren().addAll(new Turning(what), Texts.heading(what), Texts.muted(why));
        getStyleClass().addAll("entrance", "entrance-wait");
        setAlignment(Pos.CENTER);
    }
}
