package org.tournee.mobile.walk;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.ui.PinPad;

/** Reads the tree of a window: what is seen, what can be used, where it stands. */
final class Screens {

    private Screens() {}

    /** All nodes that are shown, parents before children. */
    static List<Node> seen(Node root) {
        List<Node> seen = new ArrayList<>();
        collect(root, seen);
        return seen;
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible()) {
            return;
        }
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    /** Whether a worker can do something with it. */
    static boolean isControl(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ListView
                || node instanceof PinPad
                || isPressable(node);
    }

    static boolean isPressable(Node node) {
        return node.getStyleClass().contains("pressable");
    }

    static boolean isIcon(Node node) {
        return node.getStyleClass().contains("icon");
    }

    static boolean isText(Node node) {
        return node instanceof Text text && !isIcon(text) && !text.getText().isBlank();
    }

    /** What scrolls and clips it; null for nothing. */
    static @Nullable Node scrolled(Node node) {
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane || at instanceof ListView) {
                return at;
            }
        }
        return null;
    }

    static boolean isInside(Node node, Node outer) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /** Its place in the window, without what a scrolling parent hides. */
    static Bounds onScreen(Node node) {
        Bounds at = place(node);
        for (Node clip = scrolled(node); clip != null; clip = scrolled(clip)) {
            at = common(at, place(clip));
        }
        return at;
    }

    /** Its place in the window, scrolled out or not. */
    static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** What both cover; of no size where they do not meet. */
    static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }

    /** How a message calls it. */
    static String name(Node node) {
        String words = node.getAccessibleText();
        if (words == null && node instanceof Labeled labeled) {
            words = labeled.getText();
        }
        if (words == null && node instanceof Text text) {
            words = text.getText();
        }
        String id = node.getId() == null ? "" : "#" + node.getId();
        return node.getClass().getSimpleName() + id + " « " + (words == null ? "" : words) + " »";
    }
}
