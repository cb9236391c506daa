package org.tournee.mobile.dossier;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.segment.PaceText;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.SegmentBadge;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.segment.Pace;

/** One dossier of the list: badge, household, where, and its pace. */
final class DossierCell extends ListCell<DossierLine> {

    /** The width that the list keeps for its bar. */
    private static final double SCROLL_BAR = 8;

    private final Messages messages;
    private final PaceText paceText;
    private @Nullable DossierLine shown;

    DossierCell(Messages messages, PaceText paceText, Consumer<DossierLine> open) {
        this.messages = messages;
        this.paceText = paceText;
        getStyleClass().add("dossier-cell");
        setPrefWidth(0); // as wide as the list, so that the words wrap
        setOnMouseClicked(event -> {
            DossierLine line = getItem();
            if (line != null && event.isStillSincePress()) {
                open.accept(line);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable DossierLine line, boolean empty) {
        super.updateItem(line, empty);
        if (line == null || empty) {
            shown = null;
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        if (line.shows(shown)) {
            return; // a list that scrolls gives a row what it shows again and again
        }
        shown = line;
        HBox row = new HBox(badge(line), words(line));
        row.getStyleClass().add("dossier-row");
        row.setAlignment(Pos.TOP_LEFT);
        setGraphic(row);
        setAccessibleText(spoken(line));
    }

    /** A cell asks its graphic without a width, and would be a line short where words wrap. */
    @Override
    protected double computePrefHeight(double width) {
        if (!(getGraphic() instanceof HBox row)) {
            return super.computePrefHeight(width);
        }
        double whole = getListView() == null ? width : getListView().getWidth() - SCROLL_BAR;
        double inside = whole - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + row.prefHeight(inside) + snappedBottomInset();
    }

    private Node badge(DossierLine line) {
        return line.segment() == null
                ? Icons.large(Material2AL.FOLDER_SHARED)
                : new SegmentBadge(line.segment(), messages.of(line.segment()));
    }

    private VBox words(DossierLine line) {
        Label name = Texts.strong(line.household());
        VBox words = new VBox(name, Texts.muted(line.commune()));
        Pace pace = line.pace();
        if (pace != null) {
            words.getChildren().addAll(paceText.dots(pace), paceText.mark(pace));
        }
        if (line.conflicts() > 0) {
            words.getChildren().add(new Mark(Tone.CONFLICT, messages.get("truth.conflicts", line.conflicts())));
        }
        if (line.pending()) {
            words.getChildren().add(new Mark(Tone.NEUTRAL, Material2AL.ARROW_UPWARD, messages.get("dossiers.pending")));
        }
        words.getStyleClass().add("dossier-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private String spoken(DossierLine line) {
        String segment = line.segment() == null ? "" : ", " + messages.of(line.segment());
        String pace = line.pace() == null ? "" : ", " + paceText.words(line.pace());
        return line.household() + ", " + line.commune() + segment + pace;
    }
}
