package org.tournee.mobile.ui;

import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.material2.Material2MZ;

/** The field in which one searches, with its icon. */
public final class SearchLine extends HBox {

    private final TextField field = new TextField();

    /** @param prompt says what is searched, to the eye and to a reader of screens */
    public SearchLine(String id, String prompt, StringProperty query) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().addAll("field-input", "search-field");
        Bound.both(field, field.textProperty(), query);
        setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(Icons.of(Material2MZ.SEARCH), field);
        getStyleClass().add("search-line");
    }

    /** Runs on Enter. */
    public SearchLine onEnter(Runnable action) {
        field.setOnAction(event -> action.run());
        return this;
    }
}
