package org.tournee.mobile.rights;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;

/** How much of a domain was looked at, as a ring around the number. */
final class ProgressRing extends StackPane {

    private static final double RADIUS = 20;

    private final Arc done = new Arc(0, 0, RADIUS, RADIUS, 90, 0);
    private final Label count = new Label();

    ProgressRing() {
        getStyleClass().add("progress-ring");
        Circle track = new Circle(RADIUS);
        track.getStyleClass().add("ring-track");
        done.getStyleClass().add("ring-done");
        done.setManaged(false);
        count.getStyleClass().add("ring-count");
        setAlignment(Pos.CENTER);
        getChildren().addAll(track, done, count);
    }

    /** Shows {@code looked} of {@code size}; {@code words} for a screen reader. */
    void show(int looked, int size, String words) {
        done.setLength(size == 0 ? -360 : -360.0 * looked / size);
        count.setText(looked + "/" + size);
        setAccessibleText(words);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        done.setCenterX(getWidth() / 2);
        done.setCenterY(getHeight() / 2);
    }
}
