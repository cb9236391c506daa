package org.tournee.mobile.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/**
 * A page that scrolls, with an optional row of actions that stays under the thumb. Where the screen is too small for its
 * texts, what would stay at the top and the bottom scrolls with the rest.
 */
public final class Page extends BorderPane {

    /** Of the height: what stays in its place must leave the rest to what one came for. */
    private static final double MOST_PINNED = 0.5;

    private final VBox column;
    private final ScrollPane scroll;
    private final VBox header = new VBox();
    private final VBox footer = new VBox();
    private List<Node> contents;
    private boolean pinned = true;

    public Page(Node... contents) {
        this.contents = List.of(contents);
        column = new VBox(contents);
        column.getStyleClass().add("page-column");
        scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("page-scroll");
        scroll.skinProperty().addListener((source, was, is) -> keepNoPicture());
        getStyleClass().add("page");
        setTop(header); // first, for a keyboard goes in this order
        setCenter(scroll);
        setBottom(footer);
        widthProperty().addListener((size, was, is) -> resized());
        heightProperty().addListener((size, was, is) -> resized());
    }

    /**
     * A viewport keeps a picture of what it shows, more than a megabyte, and JavaFX keeps that of every page that was left
     * for as long as there is room on the heap.
     */
    private void keepNoPicture() {
        Node viewport = scroll.lookup(".viewport");
        if (viewport != null) {
            viewport.setCache(false);
        }
    }

    /** Stays at the bottom while the rest scrolls. */
    public Page footer(Node... actions) {
        footer.getChildren().setAll(actions);
        footer.getStyleClass().add("page-footer");
        return this;
    }

    /** Stays at the top while the rest scrolls. */
    public Page header(Node... nodes) {
        header.getChildren().setAll(nodes);
        header.getStyleClass().add("page-header");
        return this;
    }

    /** Nothing may change its place while places are given: it does so before the next frame. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (pinned && !hasRoom()) {
            Platform.runLater(() -> place(false));
        }
    }

    /** Another size of the screen decides anew; nothing else does, or the page could go to and fro. */
    private void resized() {
        if (!pinned && hasRoom()) {
            Platform.runLater(() -> place(true));
        }
    }

    private boolean hasRoom() {
        double width = getWidth();
        return header.prefHeight(width) + footer.prefHeight(width) <= getHeight() * MOST_PINNED;
    }

    private void place(boolean pinning) {
        if (pinned == pinning) {
            return;
        }
        pinned = pinning;
        setTop(null);
        setBottom(null);
        fill();
        if (pinned) {
            setTop(header);
            setBottom(footer);
        }
    }

    private void fill() {
        List<Node> scrolled = new ArrayList<>(contents);
        if (!pinned) {
            scrolled.add(0, header);
            scrolled.add(footer);
        }
        column.getChildren().setAll(scrolled);
    }

    /** Shows these instead of what stood there; where one has scrolled to stays. */
    public void contents(List<? extends Node> nodes) {
        contents = List.copyOf(nodes);
        fill();
    }

    /** 0 for the top, 1 for the end. */
    public void scrollTo(double share) {
        scroll.setVvalue(share);
    }
}
