package org.tournee.mobile.app;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.PaceDots;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.SearchLine;
import org.tournee.mobile.ui.SegmentBadge;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.segment.Segment;

/**
 * Lays out what the first screens are made of in a scene that no window shows, so that all of it was done once when the
 * phone opens. For the time in which a PIN is typed: one piece at a time, between which a digit is taken. It says nothing of
 * anybody. Lives on the screen's thread. Decision: 0080.
 */
final class ScreenRehearsal {

    private static final int ROWS = 12;

    private final StackPane place = new StackPane();
    private final Deque<Supplier<Node>> pieces;

    private ScreenRehearsal(Scene like, Messages messages) {
        Scene unseen = new Scene(place, like.getWidth(), like.getHeight());
        unseen.setUserAgentStylesheet(like.getUserAgentStylesheet());
        unseen.getStylesheets().setAll(like.getStylesheets());
        place.setStyle(like.getRoot().getStyle());
        pieces = new ArrayDeque<>(List.of(
                () -> new Shell(messages, List.of()).root(),
                () -> new Page(StillReading.notice(messages)),
                () -> finding(StillReading.text(messages)),
                () -> list(1, StillReading.text(messages)),
                () -> list(ROWS, StillReading.text(messages))));
    }

    /** Begins it in the look of that scene. */
    static void begin(Scene like, Messages messages) {
        Platform.runLater(new ScreenRehearsal(like, messages)::next);
    }

    private void next() {
        Supplier<Node> piece = pieces.poll();
        place.getChildren().clear();
        if (piece != null) {
            place.getChildren().add(piece.get());
            place.applyCss();
            place.layout();
            Platform.runLater(this::next);
        }
    }

    private static Node finding(String text) {
        return new VBox(
                Buttons.icon(Material2AL.ADD, text, () -> {}),
                ChipGroup.one(List.of(text), chip -> chip),
                new SearchLine("", text, new SimpleStringProperty("")));
    }

    private static Node list(int rows, String text) {
        ListView<String> list = new ListView<>();
        list.getStyleClass().add("dossier-list");
        list.setCellFactory(view -> new Row());
        list.getItems().setAll(Collections.nCopies(rows, text));
        return list;
    }

    /** Looks as a dossier of the list does. */
    private static final class Row extends ListCell<String> {

        Row() {
            getStyleClass().add("dossier-cell");
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setGraphic(text == null || empty ? null : line(text));
        }

        private static HBox line(String text) {
            VBox words = new VBox(
                    Texts.strong(text), Texts.muted(text), new PaceDots(1, 0, 2, 4, text), new Mark(Tone.LATE, text));
            words.getStyleClass().add("dossier-words");
            HBox line = new HBox(new SegmentBadge(Segment.A, text), words);
            line.getStyleClass().add("dossier-row");
            return line;
        }
    }
}
