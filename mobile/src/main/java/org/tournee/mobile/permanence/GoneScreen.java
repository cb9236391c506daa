package org.tournee.mobile.permanence;

import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.PageScreen;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.EmptyState;

/** A desk or sheet that was withdrawn from this phone since one saw the way to it. */
final class GoneScreen extends PageScreen {

    private final String why;

    /** @param why the key of the sentence that says why it is not here */
    GoneScreen(Phone phone, String why) {
        super(phone, "reception.title");
        this.why = why;
    }

    @Override
    protected List<Node> contents() {
        return List.of(new EmptyState(Material2AL.GROUPS, messages.get("reception.notHere"), messages.get(why)));
    }
}
