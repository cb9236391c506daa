package org.tournee.mobile.app;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.tournee.mobile.ui.Hyphens;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.Tone;

/** The line at the top of every screen: how synchronisation stands. A tap opens its page. Rule: R-SYN. */
final class TruthBar extends Button {

    TruthBar(Runnable open) {
        getStyleClass().add("truth-bar");
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(Region.USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        setWrapText(true);
        setOnAction(event -> open.run());
        Hyphens.in(this);
    }

    void show(Truth truth) {
        for (Tone tone : Tone.values()) {
            getStyleClass().remove(tone.styleClass());
        }
        getStyleClass().add(truth.tone().styleClass());
        setGraphic(Icons.of(truth.icon()));
        setText(truth.text());
        setAccessibleText(truth.text());
    }
}
