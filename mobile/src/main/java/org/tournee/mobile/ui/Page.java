package org.tournee.mobile.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** A page that scrolls, with an optional row of actions that stays under the thumb. */
public final class Page extends BorderPane {

    private final VBox column;
    private final ScrollPane scroll;

    public Page(Node... contents) {
        column = new VBox(contents);
        column.getStyleClass().add("page-column");
        scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("page-scroll");
        getStyleClass().add("page");
        setCenter(scroll);
    }

    /** Stays at the bottom while the rest scrolls. */
    public Page footer(Node... actions) {
        VBox footer = new VBox(actions);
        footer.getStyleClass().add("page-footer");
        setBottom(footer);
        return this;
    }

    /** Stays at the top while the rest scrolls. */
    public Page header(Node... nodes) {
        VBox header = new VBox(nodes);
        header.getStyleClass().add("page-header");
        setTop(header);
        return this;
    }

    /** Shows these instead of what stood there; where one has scrolled to stays. */
    public void contents(List<? extends Node> nodes) {
        column.getChildren().setAll(nodes);
    }

    /** 0 for the top, 1 for the end. */
    public void scrollTo(double share) {
        scroll.setVvalue(share);
    }
}
