package org.tournee.mobile.ui;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.tournee.segment.Segment;

/** A segment's letter in its shape: A a circle, B a square, C a hexagon, intake a pill. Rule: R-SEG-1. */
public final class SegmentBadge extends StackPane {

    /** @param name what a screen reader says: "segment A, besoin élevé" */
    public SegmentBadge(Segment segment, String name) {
        Region shape = new Region();
        shape.getStyleClass().add("segment-shape");
        Label letter = new Label(letter(segment));
        letter.getStyleClass().add("segment-letter");
        letter.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().addAll("segment-badge", "segment-" + segment.name().toLowerCase(Locale.ROOT));
        getChildren().addAll(shape, letter);
        setAccessibleText(name);
    }

    private static String letter(Segment segment) {
        return switch (segment) {
            case INTAKE_1 -> "1";
            case INTAKE_2 -> "2";
            case A, B, C -> segment.name();
        };
    }
}
