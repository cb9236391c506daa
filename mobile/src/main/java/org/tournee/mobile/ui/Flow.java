package org.tournee.mobile.ui;

import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** Buttons or fields beside each other, and below where there is no room; what is wider than the page wraps its words. */
public final class Flow extends FlowPane {

    public Flow(Region... nodes) {
        getStyleClass().add("flow");
        add(nodes);
    }

    /** The same row with more in it. */
    public Flow add(Region... nodes) {
        for (Region node : nodes) {
            node.maxWidthProperty().bind(widthProperty());
            getChildren().add(node);
        }
        return this;
    }

    /** It never widens the page. */
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
