package org.tournee.mobile.bilan;

import java.util.Arrays;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.bilan.ActionItem;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Field;

/** Writes one action: what, by whom, in what time. Rule: R-BIL. */
public final class ActionFormView extends VBox {

    public ActionFormView(ActionForm form, Messages messages, Runnable keep, Runnable giveUp) {
        Field what = Field.area(messages.get("bilan.action.what"), 2);
        what.input().setId("action-what");
        what.keepIn(form.what());
        what.errorKey(form.wrongWhat(), messages::get);
        Field due = Field.text(messages.get("bilan.action.due")).hint(messages.get("contact.day.hint"));
        due.input().setId("action-due");
        due.keepIn(form.due());
        due.errorKey(form.wrongDue(), messages::get);
        getChildren()
                .add(new Card(
                        what,
                        Choices.one(Arrays.asList(ActionItem.By.values()), form.by(), messages),
                        Choices.one(Arrays.asList(ActionItem.Horizon.values()), form.horizon(), messages),
                        due,
                        new DraftMark(form.draft().keeper(), messages),
                        Buttons.secondary(messages.get("bilan.action.keep"), Material2AL.CHECK, keep),
                        Buttons.quiet(messages.get("bilan.item.giveUp"), Material2AL.CLOSE, giveUp)));
    }
}
