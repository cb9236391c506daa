package org.tournee.mobile.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** A few words with an icon, in a tone: "en attente", "échu depuis le 3 mars". */
public final class Mark extends Label {

    private @Nullable Tone tone;
    private @Nullable Ikon icon;

    public Mark(Tone tone, String words) {
        this(tone, tone.icon(), words);
    }

    public Mark(Tone tone, Ikon icon, String words) {
        getStyleClass().add("mark");
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        show(tone, icon, words);
        Hyphens.in(this);
    }

    /** Shows something else; a tone and an icon that stay are left alone, so that a row of a list is not styled anew. */
    public void show(Tone next, Ikon nextIcon, String words) {
        if (next != tone) {
            if (tone != null) {
                getStyleClass().remove(tone.styleClass());
            }
            getStyleClass().add(next.styleClass());
            tone = next;
        }
        if (!nextIcon.equals(icon)) {
            setGraphic(Icons.of(nextIcon));
            icon = nextIcon;
        }
        setText(words);
    }
}
