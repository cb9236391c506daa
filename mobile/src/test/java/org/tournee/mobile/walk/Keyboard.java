package org.tournee.mobile.walk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Somebody without a finger: goes through a screen by Tab alone, and notes what cannot be reached or comes too early. */
final class Keyboard {

    /** More stops than any screen has: a page that keeps the focus does not go on for ever. */
    private static final int MOST_STOPS = 600;

    private static final double SAME_LINE = 4;

    private record Stop(Node node, @Nullable Node scrolled, Bounds place) {

        /** A place in a page that scrolls is measured in the page: it moves under one's eyes. */
        static Stop of(Node node) {
            Node scrolled = Screens.scrolled(node);
            Bounds place = Screens.place(node);
            Node content = scrolled instanceof ScrollPane pane ? pane.getContent() : null;
            return new Stop(node, scrolled, content == null ? place : content.sceneToLocal(place));
        }

        /** Whether one would have read it before the other. */
        boolean isBefore(Stop other) {
            if (place.getMaxY() <= other.place.getMinY() + SAME_LINE) {
                return true;
            }
            boolean sameLine = Math.abs(place.getCenterY() - other.place.getCenterY()) <= SAME_LINE;
            return sameLine && place.getMaxX() <= other.place.getMinX() + SAME_LINE;
        }
    }

    private final Scene scene;
    private final Set<Node> visited = new LinkedHashSet<>();
    private final List<String> found = new ArrayList<>();

    private Keyboard(Scene scene) {
        this.scene = scene;
    }

    /** What somebody with a keyboard would miss there. */
    static List<String> through(Scene scene) {
        Keyboard keyboard = new Keyboard(scene);
        keyboard.walk();
        keyboard.lookForUnreached();
        return keyboard.found;
    }

    private void walk() {
        scene.getRoot().requestFocus();
        Stop last = null; // a page that keeps the focus leaves others unreached
        for (int i = 0; i < MOST_STOPS; i++) {
            Node at = tab();
            if (!visited.add(at)) {
                return;
            }
            Stop here = Stop.of(at);
            look(here, last);
            last = here;
        }
        found.add("the focus never comes round");
    }

    private void look(Stop here, @Nullable Stop last) {
        if (!Screens.isControl(here.node())) {
            found.add("can be reached, and does nothing: " + Screens.name(here.node()));
        }
        if (last != null && Objects.equals(here.scrolled(), last.scrolled()) && here.isBefore(last)) {
            found.add("comes after what stands below: " + Screens.name(here.node()) + " after "
                    + Screens.name(last.node()));
        }
        Bounds shown = Screens.onScreen(here.node());
        if (shown.getWidth() < 1 || shown.getHeight() < 1) {
            found.add("has the focus where nobody sees it: " + Screens.name(here.node()));
        }
    }

    private Node tab() {
        Node from = Objects.requireNonNullElse(scene.getFocusOwner(), scene.getRoot());
        Event.fireEvent(from, key(KeyEvent.KEY_PRESSED));
        scene.getRoot().layout();
        return Objects.requireNonNullElse(scene.getFocusOwner(), scene.getRoot());
    }

    private static KeyEvent key(javafx.event.EventType<KeyEvent> type) {
        return new KeyEvent(type, "", "", KeyCode.TAB, false, false, false, false);
    }

    private void lookForUnreached() {
        Parent root = scene.getRoot();
        Screens.seen(root).stream()
                .filter(node -> Screens.isControl(node) || node.getOnMouseClicked() != null)
                .filter(node -> !node.isDisabled() && !isInCell(node) && !visited.contains(node))
                .filter(node -> !node.getStyleClass().contains("pin-key")) // the digits of a keyboard do it
                .forEach(node -> found.add("out of reach of a keyboard: " + Screens.name(node)));
    }

    /** The arrows go through a list, Enter opens what is chosen. */
    private static boolean isInCell(Node node) {
        return Screens.scrolled(node) instanceof ListView;
    }
}
