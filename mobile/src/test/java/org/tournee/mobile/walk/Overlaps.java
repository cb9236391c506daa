package org.tournee.mobile.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Finds texts and controls that lie over one another. */
final class Overlaps {

    /** Places are rounded to whole pixels, and the boxes of glyphs a little more than their ink. */
    private static final double ROUNDING = 1.5;

    private record Piece(Node node, @Nullable Node scrolled, Bounds whole, Bounds shown) {

        static Piece of(Node node) {
            return new Piece(node, Screens.scrolled(node), Screens.place(node), Screens.onScreen(node));
        }

        boolean overlaps(Piece other) {
            if (node.getParent() instanceof TextFlow flow && flow.equals(other.node.getParent())) {
                return false; // parts of one text, which flows
            }
            boolean together = Objects.equals(scrolled, other.scrolled);
            Bounds common = together ? Screens.common(whole, other.whole) : Screens.common(shown, other.shown);
            return common.getWidth() > ROUNDING && common.getHeight() > ROUNDING;
        }

        boolean holds(Piece other) {
            return Screens.isInside(other.node, node);
        }
    }

    private Overlaps() {}

    private static boolean within(Bounds window, Bounds place) {
        return place.getMinX() >= -ROUNDING
                && place.getMinY() >= -ROUNDING
                && place.getMaxX() <= window.getMaxX() + ROUNDING
                && place.getMaxY() <= window.getMaxY() + ROUNDING;
    }

    static List<String> in(Parent root) {
        List<Piece> pieces = Screens.seen(root).stream()
                .filter(node -> Screens.isText(node) || Screens.isIcon(node) || Screens.isControl(node))
                .map(Piece::of)
                .toList();
        List<String> found = new ArrayList<>();
        Bounds window = Screens.place(root);
        pieces.stream()
                .filter(piece -> piece.scrolled() == null && !within(window, piece.whole()))
                .forEach(piece -> found.add("leaves the window: " + Screens.name(piece.node())));
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = i + 1; j < pieces.size(); j++) {
                Piece one = pieces.get(i);
                Piece other = pieces.get(j);
                if (one.overlaps(other) && !one.holds(other) && !other.holds(one)) {
                    found.add("over one another: " + Screens.name(one.node()) + " and " + Screens.name(other.node()));
                }
            }
        }
        return found;
    }
}
