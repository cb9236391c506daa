package org.tournee.mobile.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/** Makes a node act as a button for the finger, the keyboard and the screen reader. */
final class Pressable {

    private Pressable() {}

    static void make(Node node, String accessibleText, Runnable action) {
        node.getStyleClass().add("pressable");
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.BUTTON);
        node.setAccessibleText(accessibleText);
        node.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                node.requestFocus();
                action.run();
            }
        });
        node.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                action.run();
            }
        });
    }
}
