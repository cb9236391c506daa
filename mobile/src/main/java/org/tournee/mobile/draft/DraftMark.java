package org.tournee.mobile.draft;

import java.util.List;
import javafx.scene.layout.StackPane;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Tone;

/** Says whether what is typed is on the disk. Nothing typed can be lost, and one sees that. Rule: R-OFF. */
public final class DraftMark extends StackPane {

    private final Messages messages;

    public DraftMark(DraftKeeper keeper, Messages messages) {
        this.messages = messages;
        getStyleClass().add("draft-mark");
        keeper.state().addListener((on, was, is) -> show(is));
        show(keeper.state().get());
    }

    private void show(DraftKeeper.State state) {
        getChildren()
                .setAll(
                        switch (state) {
                            case NONE -> List.of();
                            case KEEPING -> List.of(new Mark(Tone.NEUTRAL, messages.get("draft.KEEPING")));
                            case KEPT -> List.of(new Mark(Tone.DONE, messages.get("draft.KEPT")));
                            case REFUSED -> List.of(new Mark(Tone.DUE, messages.get("draft.REFUSED")));
                        });
    }
}
