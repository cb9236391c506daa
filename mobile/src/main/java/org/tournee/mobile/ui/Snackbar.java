package org.tournee.mobile.ui;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Says something short at the bottom of the screen, with an action such as undo, and goes by itself. The action stands
 * beside the words, or below them where it would leave them too little room.
 */
public final class Snackbar extends VBox {

    /** Long enough to read it and to reach the action. */
    private static final Duration SHOWN = Duration.seconds(8);

    /** Of the width: what an action beside the words may take. */
    private static final double MOST_FOR_ACTION = 0.4;

    private final Label words = Texts.body("");
    private final PauseTransition leaving = new PauseTransition(SHOWN);

    public Snackbar() {
        getStyleClass().add("snackbar");
        setAlignment(Pos.CENTER_RIGHT);
        setMaxHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
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
        applyCss(); // before it, nobody knows how wide the words of the button are
        if (button.prefWidth(-1) <= MOST_FOR_ACTION * room()) {
            HBox line = new HBox(words, button);
            line.getStyleClass().add("snackbar-line");
            getChildren().setAll(line);
        }
    }

    private double room() {
        return getParent() instanceof Region parent ? parent.getWidth() : 0;
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
