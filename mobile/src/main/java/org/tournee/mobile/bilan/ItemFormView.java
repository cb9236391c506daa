package org.tournee.mobile.bilan;

import java.util.Arrays;
import javafx.application.Platform;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.bilan.WhoseWord;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Texts;

/** Writes one item of the bilan: the words, then what is chosen already. Rule: R-BIL. */
public final class ItemFormView extends VBox {

    private ItemFormView(ItemForm form, Messages messages, boolean audience, Runnable add, Runnable giveUp) {
        Field text = Field.area(messages.get("bilan.item.text"), 2);
        text.keepIn(form.text());
        text.input().setId("bilan-item-text");
        text.errorKey(form.wrong(), messages::get);
        Card card = new Card(
                Texts.strong(messages.of(form.dimension()) + " · " + messages.of(form.side())),
                text,
                Choices.one(form.side().effects(), form.effect(), messages),
                Choices.one(Arrays.asList(WhoseWord.values()), form.whoseWord(), messages),
                Choices.box(messages.get("bilan.item.thirdParty"), form.concernsThirdParty()));
        if (audience) {
            card.getChildren().add(Choices.box(messages.get("contact.restricted"), form.restricted()));
        }
        card.getChildren()
                .addAll(
                        new DraftMark(form.draft().keeper(), messages),
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
}
