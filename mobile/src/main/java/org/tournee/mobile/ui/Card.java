package org.tournee.mobile.ui;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Things that belong together, on a raised tone. */
public final class Card extends VBox {

    public Card(Node... contents) {
        super(contents);
        getStyleClass().add("card-box");
    }

    /** The same card, as one large target. */
    public Card onPress(String accessibleText, Runnable action) {
        Pressable.make(this, accessibleText, action);
        return this;
    }

    /** The same card with a mark on its edge; the tone's word or icon stands inside. */
    public Card toned(Tone tone) {
        getStyleClass().addAll("toned", tone.styleClass());
        return this;
    }
}
