package org.tournee.mobile.ui;

import org.kordamp.ikonli.Ikon;

/** Makes icons that grow with the text. */
public final class Icons {

    private Icons() {}

    /** An icon that says nothing by itself: a word stands beside it. */
    public static Icon of(Ikon icon) {
        return new Icon(icon);
    }

    /** An icon of one and a half the size, for buttons and empty states. */
    public static Icon large(Ikon icon) {
        Icon made = of(icon);
        made.getStyleClass().add("icon-large");
        return made;
    }

    /** An icon in the colour of a tone. */
    public static Icon of(Ikon icon, Tone tone) {
        Icon made = of(icon);
        made.getStyleClass().addAll("tone-icon", tone.styleClass());
        return made;
    }
}
