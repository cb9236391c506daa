package org.tournee.mobile.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/** A few words with an icon, in a tone: "en attente", "échu depuis le 3 mars". */
public final class Mark extends Label {

    public Mark(Tone tone, String words) {
        this(tone, tone.icon(), words);
    }

    public Mark(Tone tone, Ikon icon, String words) {
        super(words, Icons.of(icon));
        getStyleClass().addAll("mark", tone.styleClass());
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        Hyphens.in(this);
    }
}
