package org.tournee.mobile.app;

import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Texts;

/** The phone was revoked: what waited is with the service, and nothing is left here. */
final class GoneView extends StackPane {

    /** @param next goes on with what is left of the phone */
    GoneView(Messages messages, Runnable next) {
        getStyleClass().add("entrance-place");
        StackPane mark = new StackPane(Icons.large(Material2MZ.PHONELINK_ERASE));
        mark.getStyleClass().add("entrance-mark");
        VBox head = new VBox(mark, Texts.title(messages.get("gone.title")), Texts.body(messages.get("gone.why")));
        head.getStyleClass().add("entrance-head");
        getChildren()
                .add(new Page(head).footer(Buttons.primary(messages.get("app.next"), Material2AL.ARROW_FORWARD, next)));
    }
}
