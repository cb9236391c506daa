package org.tournee.mobile.app;

import javafx.scene.Node;
import javafx.scene.control.Button;

/** Presses what a test names by its text. */
final class Hands {

    private Hands() {}

    static void fire(ScreenCamera camera, String text) {
        ScreenCamera.run(() -> {
            for (Node node : camera.scene().getRoot().lookupAll(".button")) {
                if (node instanceof Button button && text.equals(button.getText())) {
                    button.fire();
                    return;
                }
            }
            throw new AssertionError("No button says " + text);
        });
    }
}
