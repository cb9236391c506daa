package org.tournee.mobile.app;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.ui.Icons;

/** What is done every day, under the thumb: Aujourd'hui, Dossiers, the record button, Rappels, Plus. */
final class BottomBar extends GridPane {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** In pixels: below, the longest word would be cut. */
    private static final double NARROW_WIDTH = 400;

    private static final int PLACES = 5;

    private final Map<Destination, Button> tabs = new LinkedHashMap<>();

    /** @param record what the button in the middle does */
    BottomBar(Messages messages, Navigator navigator, Runnable record) {
        getStyleClass().add("bottom-bar");
        widthProperty().addListener((on, was, is) -> pseudoClassStateChanged(NARROW, is.doubleValue() < NARROW_WIDTH));
        for (int place = 0; place < PLACES; place++) {
            ColumnConstraints fifth = new ColumnConstraints();
            fifth.setPercentWidth(100.0 / PLACES);
            fifth.setHgrow(Priority.ALWAYS);
            fifth.setFillWidth(true);
            getColumnConstraints().add(fifth);
        }
        tab(0, new Destination.Today(), Material2MZ.TODAY, messages.get("nav.today"), navigator);
        tab(1, new Destination.Dossiers(), Material2AL.FOLDER_SHARED, messages.get("nav.dossiers"), navigator);
        add(button(Material2AL.ADD, messages.get("nav.record"), record, "record-button"), 2, 0);
        tab(3, new Destination.Reminders(), Material2MZ.NOTIFICATIONS_NONE, messages.get("nav.reminders"), navigator);
        tab(4, new Destination.More(), Material2MZ.MENU, messages.get("nav.more"), navigator);
    }

    private void tab(int place, Destination destination, Ikon icon, String name, Navigator navigator) {
        Button tab = button(icon, name, () -> navigator.open(destination), "tab-button");
        tabs.put(destination, tab);
        add(tab, place, 0);
    }

    private static Button button(Ikon icon, String name, Runnable action, String styleClass) {
        Button button = new Button(name, Icons.of(icon));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMaxHeight(Double.MAX_VALUE);
        button.getStyleClass().add(styleClass);
        button.setAccessibleText(name);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Marks where one is: by a pill, the weight of the word and its colour. */
    void current(Destination destination) {
        tabs.forEach((tab, button) -> button.pseudoClassStateChanged(CURRENT, tab.equals(destination)));
    }

    boolean holds(Destination destination) {
        return tabs.containsKey(destination);
    }
}
