package org.tournee.mobile.ui;

import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2ALIkonHandler;

/** A glyph of the one icon font that the app uses; it alone is loaded when the app starts. */
public final class Icon extends Text {

    private static final double ANY_SIZE = 16; // the theme says how large
    private static final Font FONT = Font.loadFont(new Material2ALIkonHandler().getFontResourceAsStream(), ANY_SIZE);

    Icon(Ikon icon) {
        super(Character.toString(icon.getCode()));
        setFont(FONT);
        getStyleClass().add("icon");
    }
}
