package org.tournee.mobile.ui;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/** A field of a form: its label above, its hint and its error below. */
public final class Field extends VBox {

    private final TextInputControl input;
    private final Label hint = Texts.small("");
    private final Label errorText = Texts.body("");
    private final HBox errorLine = new HBox(Icons.of(Material2AL.ERROR_OUTLINE, Tone.CONFLICT), errorText);
    private final String name;

    private Field(String name, TextInputControl input) {
        this.name = name;
        this.input = input;
        Label label = Texts.strong(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(input);
        input.setAccessibleText(name);
        input.getStyleClass().add("field-input");
        errorLine.getStyleClass().add("field-error");
        getStyleClass().add("field");
        getChildren().addAll(label, input);
    }

    /** One line. */
    public static Field text(String name) {
        return new Field(name, new TextField());
    }

    /** One line that nobody reads over the shoulder. */
    public static Field secret(String name) {
        return new Field(name, new PasswordField());
    }

    /** Several lines; the text wraps. */
    public static Field area(String name, int rows) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.addEventFilter(KeyEvent.KEY_PRESSED, Field::tabGoesOn);
        return new Field(name, area);
    }

    /** Tab goes on to the next field, as everywhere else: a text of several lines is no trap for a keyboard. */
    private static void tabGoesOn(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            boolean back = event.isShiftDown();
            Event.fireEvent(
                    event.getTarget(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, back, true, false, false));
        }
    }

    /** The same field with a sentence that says what is wanted. */
    public Field hint(String text) {
        hint.setText(text);
        if (!getChildren().contains(hint)) {
            getChildren().add(1, hint);
        }
        return this;
    }

    /** The same field without that sentence. */
    public Field withoutHint() {
        getChildren().remove(hint);
        return this;
    }

    public StringProperty textProperty() {
        return input.textProperty();
    }

    /** The same field, which shows that text and keeps there what is typed. */
    public Field keepIn(StringProperty text) {
        Bound.both(input, input.textProperty(), text);
        return this;
    }

    public String text() {
        return input.getText();
    }

    public TextInputControl input() {
        return input;
    }

    /** Shows the text of the key that a form names as wrong, while it names one. */
    public Field errorKey(ReadOnlyStringProperty wrong, UnaryOperator<String> text) {
        wrong.addListener((on, was, is) -> error(is.isEmpty() ? null : text.apply(is)));
        error(wrong.get().isEmpty() ? null : text.apply(wrong.get()));
        return this;
    }

    /** Shows what is wrong and what to do; null takes it away. */
    public void error(@Nullable String message) {
        getChildren().remove(errorLine);
        input.getStyleClass().remove("field-wrong");
        input.setAccessibleText(name);
        if (message != null) {
            errorText.setText(message);
            getChildren().add(errorLine);
            input.getStyleClass().add("field-wrong");
            input.setAccessibleText(name + ". " + message);
        }
    }
}
