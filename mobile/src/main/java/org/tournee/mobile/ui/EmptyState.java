package org.tournee.mobile.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;

/** What stands where nothing is: what that means, and what to do. */
public final class EmptyState extends VBox {

    public EmptyState(Ikon icon, String title, String whatToDo, Node... actions) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label heading = Texts.heading(title);
        Label advice = Texts.muted(whatToDo);
        heading.setTextAlignment(TextAlignment.CENTER);
        heading.setAlignment(Pos.CENTER);
        advice.setTextAlignment(TextAlignment.CENTER);
        advice.setAlignment(Pos.CENTER);
        getChildren().addAll(Icons.large(icon), heading, advice);
        getChildren().addAll(actions);
    }
}
