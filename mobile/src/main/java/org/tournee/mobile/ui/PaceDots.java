package org.tournee.mobile.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A period's contacts as dots: filled for what counts, half for what still waits on the phone, hollow up to the minimum,
 * faint up to the maximum. The words beside it are the caller's. Rule: R-SEG-4.
 */
public final class PaceDots extends FlowPane {

    /**
     * @param counted contacts that count and that the server holds
     * @param provisional contacts that count and still wait on this phone
     * @param minimum of the period
     * @param maximum of the period; not under {@code minimum}
     * @param words what a screen reader says: "2 sur 4, prochain avant le 10 avril"
     */
    public PaceDots(int counted, int provisional, int minimum, int maximum, String words) {
        getStyleClass().add("pace-dots");
        setAccessibleRole(AccessibleRole.TEXT);
        show(counted, provisional, minimum, maximum, words);
    }

    /** Shows another pace; a dot that stays the same is left alone, so that a row of a list is not styled anew. */
    public void show(int counted, int provisional, int minimum, int maximum, String words) {
        setAccessibleText(words);
        int all = Math.max(counted + provisional, maximum);
        for (int place = 0; place < all; place++) {
            String kind = kind(place, counted, provisional, minimum);
            if (place == getChildren().size()) {
                getChildren().add(dot(kind));
            } else if (!getChildren().get(place).getStyleClass().contains(kind)) {
                getChildren().set(place, dot(kind));
            }
        }
        getChildren().remove(all, getChildren().size());
    }

    private static String kind(int place, int counted, int provisional, int minimum) {
        if (place < counted) {
            return "pace-counted";
        }
        if (place < counted + provisional) {
            return "pace-provisional";
        }
        return place < minimum ? "pace-wanted" : "pace-possible";
    }

    private static StackPane dot(String kind) {
        StackPane dot = new StackPane();
        dot.getStyleClass().addAll("pace-dot", kind);
        if (kind.equals("pace-provisional")) {
            Region half = new Region();
            half.getStyleClass().add("pace-half");
            dot.getChildren().add(half);
        }
        return dot;
    }
}
