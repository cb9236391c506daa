package org.tournee.mobile.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A heading and what stands under it. */
public final class Section extends VBox {

    private final HBox head;
    private final VBox body;

    public Section(String title, Node... contents) {
        Label heading = Texts.heading(title);
        HBox.setHgrow(heading, Priority.ALWAYS);
        head = new HBox(heading);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("section-head");
        body = new VBox(contents);
        body.getStyleClass().add("section-body");
        getStyleClass().add("section");
        getChildren().addAll(head, body);
    }

    /** The same section with an action beside its heading. */
    public Section action(Button button) {
        head.getChildren().add(button);
        return this;
    }

    /** Shows these instead of what stood there. */
    public void contents(List<? extends Node> nodes) {
        body.getChildren().setAll(nodes);
    }
}
