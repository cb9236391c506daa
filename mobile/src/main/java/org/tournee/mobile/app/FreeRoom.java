package org.tournee.mobile.app;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.device.Cover;

/**
 * Keeps the screens out of what the device covers. Above the soft keyboard they become as much smaller as it is high, and
 * what one types into is scrolled to where it is seen. Lives on the screen's thread.
 */
final class FreeRoom {

    /** Left around what is scrolled to: its label is above it. */
    private static final double AROUND = 32;

    private final Region root;
    private final Cover cover;
    private double tallest;

    private FreeRoom(Region root, Cover cover) {
        this.root = root;
        this.cover = cover;
    }

    /** Begins to keep it. */
    static void keep(Region root, Cover cover) {
        FreeRoom room = new FreeRoom(root, cover);
        cover.onChange(room::changed);
        root.heightProperty().addListener(on -> room.changed());
        root.sceneProperty().addListener((on, was, is) -> {
            if (is != null) {
                is.focusOwnerProperty().addListener(moved -> room.showFocus());
            }
        });
        room.changed();
    }

    private void changed() {
        Cover.Sides sides = cover.sides();
        if (sides.keyboard() == 0) {
            tallest = root.getHeight();
        }
        root.setPadding(around(sides, tallest - root.getHeight()));
        showFocus();
    }

    /**
     * What is to stay free.
     *
     * @param shrunk by how much the window became smaller since the keyboard came: some systems make it so themselves
     */
    static Insets around(Cover.Sides sides, double shrunk) {
        double bottom = Math.max(sides.bottom(), sides.keyboard() - Math.max(0, shrunk));
        return new Insets(sides.top(), sides.right(), bottom, sides.left());
    }

    /** Twice: a page that became small lets what stood at its edges scroll along, and is laid out anew. */
    private void showFocus() {
        if (cover.sides().keyboard() > 0) {
            Platform.runLater(() -> {
                scrollToFocus();
                Platform.runLater(this::scrollToFocus);
            });
        }
    }

    private void scrollToFocus() {
        Scene scene = root.getScene();
        Node focus = scene == null ? null : scene.getFocusOwner();
        ScrollPane pane = focus == null ? null : scrolling(focus);
        if (focus != null && pane != null) {
            root.layout();
            scrollTo(focus, pane);
        }
    }

    private static @Nullable ScrollPane scrolling(Node node) {
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                return pane;
            }
        }
        return null;
    }

    private static void scrollTo(Node node, ScrollPane pane) {
        Node content = pane.getContent();
        double seen = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double top = pane.getVvalue() * hidden;
        double lowest = place.getMinY() - AROUND;
        double wanted = Math.min(lowest, Math.max(top, place.getMaxY() + AROUND - seen));
        pane.setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
    }
}
