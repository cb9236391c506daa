package org.tournee.mobile.draft;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Field;

/** A form among the cards of a page: its fields, that its draft is kept, and the two ways to end it. Rule: R-OFF. */
public final class FormCard extends VBox {

    private final Messages messages;

    public FormCard(Messages messages) {
        this.messages = messages;
        getStyleClass().add("card-box");
    }

    /** The same form without a frame of its own, for one inside a card. */
    public FormCard inside() {
        getStyleClass().setAll("section-body");
        return this;
    }

    /** The same card with more in it. */
    public FormCard add(Node... nodes) {
        getChildren().addAll(nodes);
        return this;
    }

    /** The same card, its form's end: to keep what was written, or to close it with its draft. */
    public FormCard end(DraftedForm form, String keepWords, Runnable keep, Runnable giveUp) {
        return add(
                new DraftMark(form.draft().keeper(), messages),
                Buttons.secondary(keepWords, Material2AL.CHECK, keep),
                Buttons.quiet(messages.get("app.close"), Material2AL.CLOSE, giveUp));
    }

    /** A field that shows what is typed and what is wrong with it. */
    public static Field bind(Field field, String id, TypedText typed, Messages messages) {
        field.input().setId(id);
        field.keepIn(typed.property());
        return field.errorKey(typed.wrong(), messages::get);
    }
}
