package org.tournee.mobile.ui;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes icons that grow with the text. */
public final class Icons {

    private Icons() {}

    /** An icon that says nothing by itself: a word stands beside it. */
    public static FontIcon of(Ikon icon) {
        FontIcon made = new FontIcon(icon);
        made.getStyleClass().add("icon");
        return made;
    }

    /** An icon of one and a half the size, for buttons and empty states. */
    public static FontIcon large(Ikon icon) {
        FontIcon made = of(icon);
        made.getStyleClass().add("icon-large");
        return made;
    }

    /** An icon in the colour of a tone. */
    public static FontIcon of(Ikon icon, Tone tone) {
        FontIcon made = of(icon);
        made.getStyleClass().addAll("tone-icon", tone.styleClass());
        return made;
    }
}
