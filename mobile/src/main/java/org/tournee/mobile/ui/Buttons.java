package org.tournee.mobile.ui;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** Buttons of 48 px and more. One primary a page. */
public final class Buttons {

    private Buttons() {}

    /** The page's one main action, over the whole width. */
    public static Button primary(String text, @Nullable Ikon icon, Runnable action) {
        return wide(text, icon, action, "button-primary");
    }

    /** Another action, over the whole width. */
    public static Button secondary(String text, @Nullable Ikon icon, Runnable action) {
        return wide(text, icon, action, "button-secondary");
    }

    /** An action in a sentence or a row, as wide as its word. */
    public static Button quiet(String text, @Nullable Ikon icon, Runnable action) {
        return button(text, icon, action, "button-quiet");
    }

    /** Takes something away for good: the only red button. */
    public static Button destructive(String text, @Nullable Ikon icon, Runnable action) {
        return wide(text, icon, action, "button-destructive");
    }

    /** An icon alone, with the words that a screen reader says. */
    public static Button icon(Ikon icon, String accessibleText, Runnable action) {
        Button button = button("", icon, action, "button-icon");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(accessibleText);
        return button;
    }

    private static Button wide(String text, @Nullable Ikon icon, Runnable action, String styleClass) {
        Button button = button(text, icon, action, styleClass);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private static Button button(String text, @Nullable Ikon icon, Runnable action, String styleClass) {
        Button button = new Button(text);
        if (icon != null) {
            button.setGraphic(Icons.of(icon));
        }
        button.getStyleClass().addAll("big-button", styleClass);
        button.setAccessibleText(text);
        button.setWrapText(true);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return Hyphens.in(button);
    }
}
