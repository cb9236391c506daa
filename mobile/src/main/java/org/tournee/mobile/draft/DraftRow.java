package org.tournee.mobile.draft;

import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;

/** A draft as one line: for whom and what; a tap goes on with it, "jeter" throws it away and can be undone. */
public final class DraftRow extends VBox {

    /** @param shown shows the list again after one was thrown away or brought back */
    public DraftRow(OpenDraft draft, Phone phone, Runnable shown) {
        Messages messages = phone.messages();
        String household = draft.household(phone);
        String what = messages.of(draft.name().form());
        ListRow row = draft.opens()
                ? new ListRow(
                        Material2AL.EDIT,
                        household,
                        what,
                        () -> phone.navigator().open(draft.name().destination()))
                : new ListRow(
                        Icons.large(Material2AL.FOLDER_SHARED), household, messages.get("draft.targetGone", what));
        Button discard =
                Buttons.quiet(messages.get("draft.throwAway"), Material2AL.CLOSE, () -> draft.discard(phone, shown));
        discard.setAccessibleText(messages.get("draft.discard", what, household));
        discard.setOnMouseClicked(Event::consume); // the row around it would open what is thrown away
        getStyleClass().add("draft-row");
        getChildren().add(row.below(discard));
    }
}
