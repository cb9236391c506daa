package org.tournee.mobile.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

/** One line of a list, 56 px or more, that opens something. */
public final class ListRow extends HBox {

    private final VBox words = new VBox();

    /** A row with an icon. */
    public ListRow(Ikon icon, String title, @Nullable String detail, Runnable action) {
        this(Icons.large(icon), title, detail, action);
    }

    /** A row with any mark before its words, such as a {@link SegmentBadge}. */
    public ListRow(Node mark, String title, @Nullable String detail, Runnable action) {
        this(mark, title, detail);
        getChildren().add(Icons.of(Material2AL.CHEVRON_RIGHT));
        Pressable.make(this, detail == null ? title : title + ", " + detail, action);
    }

    /** A row that opens nothing. */
    public ListRow(Node mark, String title, @Nullable String detail) {
        words.getChildren().add(Texts.strong(title));
        if (detail != null) {
            words.getChildren().add(Texts.muted(detail));
        }
        words.getStyleClass().add("row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("list-row");
        getChildren().addAll(mark, words);
    }

    /** The same row with more under its words. */
    public ListRow below(Node... nodes) {
        words.getChildren().addAll(nodes);
        return this;
    }
}
