package org.tournee.mobile.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A sentence that must be seen, with the icon of its tone. */
public final class Notice extends HBox {

    private final VBox words;

    public Notice(Tone tone, String text) {
        Label label = Texts.body(text);
        words = new VBox(label);
        words.getStyleClass().add("row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().addAll("notice", tone.styleClass());
        getChildren().addAll(Icons.of(tone.icon(), tone), words);
    }

    /** The same notice with more under its sentence, such as a button. */
    public Notice below(Node... nodes) {
        words.getChildren().addAll(nodes);
        return this;
    }
}
