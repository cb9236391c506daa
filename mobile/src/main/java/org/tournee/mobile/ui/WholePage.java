package org.tournee.mobile.ui;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** A page that fills the screen, and scrolls where the screen is too small for it. */
public final class WholePage extends ScrollPane {

    public WholePage(Region contents) {
        super(contents);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().add("page-scroll");
    }
}
