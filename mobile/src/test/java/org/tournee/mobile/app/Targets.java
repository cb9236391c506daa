package org.tournee.mobile.app;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.tournee.mobile.ui.PinPad;

/** Finds what a thumb would miss, or a screen reader could not name. */
final class Targets {

    private static final double LEAST_PIXELS = 48;

    /** Sizes are snapped to whole pixels. */
    private static final double ROUNDING = 0.5;

    private Targets() {}

    /** What can be pressed or typed into and is too small, or has no words. */
    static List<String> wanting(Parent root) {
        List<String> found = new ArrayList<>();
        look(root, found);
        return found;
    }

    private static void look(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (isTarget(node)) {
            check(node, found);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, found));
        }
    }

    private static boolean isTarget(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof PinPad
                || node.getStyleClass().contains("pressable");
    }

    private static void check(Node node, List<String> found) {
        Bounds size = node.getLayoutBounds();
        if (size.getWidth() + ROUNDING < LEAST_PIXELS || size.getHeight() + ROUNDING < LEAST_PIXELS) {
            found.add("too small: " + node + " " + size.getWidth() + " × " + size.getHeight());
        }
        String said = node.getAccessibleText();
        String seen = node instanceof Labeled labeled ? labeled.getText() : "";
        if ((said == null || said.isBlank()) && (seen == null || seen.isBlank())) {
            found.add("without words: " + node);
        }
    }
}
