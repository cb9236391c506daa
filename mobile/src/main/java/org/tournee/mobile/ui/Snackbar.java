package org.tournee.mobile.ui;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Says something short at the bottom of the screen, with an action such as undo, and goes by itself. */
public final class Snackbar extends HBox {

    /** Long enough to read it and to reach the action. */
    private static final Duration SHOWN = Duration.seconds(8);

    private final Label words = Texts.body("");
    private final PauseTransition leaving = new PauseTransition(SHOWN);

    public Snackbar() {
        getStyleClass().add("snackbar");
        setAlignment(Pos.CENTER_LEFT);
        setMaxHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        setVisible(false);
        setManaged(false);
        leaving.setOnFinished(event -> hide());
    }

    public void say(String message) {
        getChildren().setAll(words);
        show(message);
    }

    public void say(String message, String action, Runnable then) {
        Button button = Buttons.quiet(action, null, () -> {
            hide();
            then.run();
        });
        button.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(words, button);
        show(message);
    }

    public void hide() {
        leaving.stop();
        setVisible(false);
        setManaged(false);
    }

    private void show(String message) {
        words.setText(message);
        setAccessibleText(message);
        setVisible(true);
        setManaged(true);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        leaving.playFromStart();
    }
}
