package org.tournee.mobile.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels of the type scale 13 / 16 / 20 / 26. All wrap; none is cut. */
public final class Texts {

    private Texts() {}

    /** A household's name at the head of its page. */
    public static Label title(String text) {
        return label(text, "text-title");
    }

    public static Label heading(String text) {
        return label(text, "text-heading");
    }

    /** What is most important in a row or card. */
    public static Label strong(String text) {
        return label(text, "text-strong");
    }

    public static Label body(String text) {
        return label(text, "text-body");
    }

    /** Of second rank, at the size of the body. */
    public static Label muted(String text) {
        return label(text, "text-muted");
    }

    /** The machine's words: small and quiet. */
    public static Label small(String text) {
        return label(text, "text-small");
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return Hyphens.in(label);
    }
}
