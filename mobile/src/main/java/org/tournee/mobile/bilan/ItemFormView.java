package org.tournee.mobile.bilan;

import java.util.Arrays;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.bilan.WhoseWord;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Texts;

/** Writes one item of the bilan: the words, then what is chosen already. Rule: R-BIL. */
public final class ItemFormView extends VBox {

    private ItemFormView(ItemForm form, Messages messages, boolean audience, Runnable add, Runnable giveUp) {
        Field text = Field.area(messages.get("bilan.item.text"), 2);
        text.textProperty().bindBidirectional(form.text());
        text.input().setId("bilan-item-text");
        form.wrong().addListener((on, was, is) -> text.error(is.isEmpty() ? null : messages.get(is)));
        Card card = new Card(
                Texts.strong(messages.of(form.dimension()) + " · " + messages.of(form.side())),
                text,
                Choices.one(form.side().effects(), form.effect(), messages),
                Choices.one(Arrays.asList(WhoseWord.values()), form.whoseWord(), messages),
                box(messages.get("bilan.item.thirdParty"), form.concernsThirdParty()));
        if (audience) {
            card.getChildren().add(box(messages.get("contact.restricted"), form.restricted()));
        }
        card.getChildren()
                .addAll(
                        Buttons.primary(messages.get("bilan.item.add"), Material2AL.CHECK, add),
                        Buttons.quiet(messages.get("bilan.item.giveUp"), Material2AL.CLOSE, giveUp));
        getChildren().add(card);
        Platform.runLater(text.input()::requestFocus); // once it is on the screen: a tap less
    }

    /** With the choice of who may read it. */
    public static ItemFormView whole(ItemForm form, Messages messages, Runnable add, Runnable giveUp) {
        return new ItemFormView(form, messages, true, add, giveUp);
    }

    /** As a part of something whose audience it shares. */
    public static ItemFormView withoutAudience(ItemForm form, Messages messages, Runnable add, Runnable giveUp) {
        return new ItemFormView(form, messages, false, add, giveUp);
    }

    private static CheckBox box(String text, javafx.beans.property.BooleanProperty bound) {
        CheckBox box = new CheckBox(text);
        box.getStyleClass().add("tall-check");
        box.setWrapText(true);
        box.setAccessibleText(text);
        box.selectedProperty().bindBidirectional(bound);
        return box;
    }
}
