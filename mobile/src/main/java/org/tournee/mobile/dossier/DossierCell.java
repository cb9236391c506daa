package org.tournee.mobile.dossier;

import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.segment.PaceText;

/** One dossier of the list, which a tap opens. */
final class DossierCell extends ListCell<DossierLine> {

    /** The width that the list keeps for its bar. */
    private static final double SCROLL_BAR = 8;

    private final Messages messages;
    private final PaceText paceText;
    private final DossierRow row;
    private @Nullable DossierLine shown;

    DossierCell(Messages messages, PaceText paceText, Consumer<DossierLine> open) {
        this.messages = messages;
        this.paceText = paceText;
        this.row = new DossierRow(messages, paceText);
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
        row.show(line);
        setGraphic(row);
        setAccessibleText(spoken(line));
    }

    /** A cell asks its graphic without a width, and would be a line short where words wrap. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double whole = getListView() == null ? width : getListView().getWidth() - SCROLL_BAR;
        double inside = whole - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + row.prefHeight(inside) + snappedBottomInset();
    }

    private String spoken(DossierLine line) {
        String segment = line.segment() == null ? "" : ", " + messages.of(line.segment());
        String pace = line.pace() == null ? "" : ", " + paceText.words(line.pace());
        return line.household() + ", " + line.commune() + segment + pace;
    }
}
