package org.tournee.mobile.contact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.tournee.mobile.ui.Hyphens;
import org.tournee.mobile.ui.Icons;

/** Large tiles with an icon and a word, of which one is chosen: five in a row of a phone, fewer with large text. */
final class IconTiles<T> extends FlowPane {

    private final Map<T, ToggleButton> tiles = new LinkedHashMap<>();
    private final ObjectProperty<T> chosen;

    IconTiles(List<T> values, Function<T, String> name, Function<T, Ikon> icon, ObjectProperty<T> chosen) {
        this.chosen = chosen;
        getStyleClass().add("icon-tiles");
        for (T value : values) {
            ToggleButton tile = new ToggleButton(name.apply(value), Icons.large(icon.apply(value)));
            tile.getStyleClass().add("icon-tile");
            tile.setContentDisplay(ContentDisplay.TOP);
            tile.setWrapText(true);
            tile.setAlignment(Pos.CENTER);
            tile.setTextAlignment(TextAlignment.CENTER);
            tile.setAccessibleText(name.apply(value));
            tile.setOnAction(event -> choose(value));
            tiles.put(value, Hyphens.in(tile));
            getChildren().add(tile);
        }
        chosen.addListener((on, was, is) -> show());
        show();
    }

    /** A tap on the chosen one leaves it chosen: there is always an answer. */
    private void choose(T value) {
        chosen.set(value);
        show();
    }

    private void show() {
        tiles.forEach((value, tile) -> tile.setSelected(value.equals(chosen.get())));
    }
}
