package org.tournee.mobile.draft;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;

/** A draft as one line: for whom and what; a tap goes on with it, the cross throws it away and can be undone. */
public final class DraftRow extends HBox {

    /** @param shown shows the list again after one was thrown away or brought back */
    public DraftRow(OpenDraft draft, Phone phone, Runnable shown) {
        Messages messages = phone.messages();
        String household = draft.household(phone);
        String what = messages.of(draft.name().form());
        Node row = draft.opens()
                ? new ListRow(
                        Material2AL.EDIT,
                        household,
                        what,
                        () -> phone.navigator().open(draft.name().destination()))
                : new ListRow(
                        Icons.large(Material2AL.FOLDER_SHARED), household, messages.get("draft.targetGone", what));
        HBox.setHgrow(row, Priority.ALWAYS);
        Button discard = Buttons.icon(
                Material2AL.CLOSE, messages.get("draft.discard", what, household), () -> draft.discard(phone, shown));
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("draft-row");
        getChildren().addAll(row, discard);
    }
}
