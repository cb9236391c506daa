package org.tournee.mobile.app;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/** Finds labels whose text does not stand on the screen as it was given. */
final class CutTexts {

    /** Fonts round: half a pixel is no cut. */
    private static final double ROUNDING = 1;

    /** Characters of what one has to see at once. */
    private static final int SHORT = 20;

    private CutTexts() {}

    static List<String> in(Parent root) {
        List<String> cut = new ArrayList<>();
        look(root, root, cut);
        return cut;
    }

    private static void look(Node node, Parent root, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled) {
            check(labeled, root, cut);
        }
        if (node instanceof TextField field) {
            check(field, cut);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, root, cut));
        }
    }

    private static void check(Labeled labeled, Parent root, List<String> cut) {
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && !text.getStyleClass().contains("icon")) {
                String wanted = labeled.getText() == null ? "" : labeled.getText();
                if (!text.getText().equals(wanted)) {
                    cut.add("shortened: " + wanted + " -> " + text.getText());
                } else if (leavesScreen(text, root) || text.getLayoutBounds().getHeight() > height(labeled)) {
                    cut.add("outside: " + wanted + " " + text.localToScene(text.getLayoutBounds()) + " in "
                            + labeled.localToScene(labeled.getLayoutBounds()));
                }
            }
        }
    }

    /**
     * A field of one line shows all of a date, a number or a name; longer words move with the cursor. The hint in an empty
     * one may end early: its name is read aloud.
     */
    private static void check(TextField field, List<String> cut) {
        String typed = field.getText();
        if (typed == null || typed.isEmpty() || typed.length() > SHORT) {
            return;
        }
        double room = field.getWidth()
                - field.getInsets().getLeft()
                - field.getInsets().getRight();
        field.lookupAll(".text").stream()
                .filter(Node::isVisible)
                .filter(text -> text.getLayoutBounds().getWidth() > room + ROUNDING)
                .forEach(text -> cut.add("too narrow: " + text + " in " + room));
    }

    private static double height(Labeled labeled) {
        return labeled.getHeight() + ROUNDING;
    }

    /** To the side: what is below is reached by scrolling. */
    private static boolean leavesScreen(Text text, Parent root) {
        Bounds at = text.localToScene(text.getLayoutBounds());
        return at.getMinX() < -ROUNDING || at.getMaxX() > root.getLayoutBounds().getWidth() + ROUNDING;
    }
}
