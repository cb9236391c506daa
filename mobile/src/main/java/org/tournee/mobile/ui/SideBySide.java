package org.tournee.mobile.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Things to compare: beside one another where there is room, one above the other on a small screen. */
public final class SideBySide extends VBox {

    /** In em: what one of them needs to be read. */
    private static final double LEAST = 18;

    private final List<? extends Node> nodes;
    private final Label measure = Texts.body("");
    private final double least;
    private boolean beside;

    public SideBySide(List<? extends Node> nodes) {
        this(nodes, LEAST);
    }

    /** @param least in em: the width that each of them needs */
    public SideBySide(List<? extends Node> nodes, double least) {
        this.least = least;
        this.nodes = List.copyOf(nodes);
        getStyleClass().add("side-by-side");
        nodes.forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
        measure.setManaged(false);
        measure.setVisible(false);
        lay(nodes);
        widthProperty().addListener((on, was, is) -> layAgain());
        measure.fontProperty().addListener((on, was, is) -> layAgain());
    }

    private void layAgain() {
        boolean room = getWidth() > 0
                && getWidth() >= nodes.size() * least * measure.getFont().getSize();
        if (room != beside) {
            beside = room;
            lay(room ? List.of(line()) : nodes);
        }
    }

    private void lay(List<? extends Node> shown) {
        getChildren().clear();
        getChildren().addAll(shown);
        getChildren().add(measure);
    }

    private HBox line() {
        HBox line = new HBox();
        line.getStyleClass().add("side-by-side");
        line.getChildren().setAll(nodes);
        return line;
    }
}
