package org.tournee.mobile.dossier;

import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.PageScreen;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.EmptyState;

/** A dossier that was withdrawn from this phone since one saw the way to it: what became of it and of one's own work. */
final class NotHeldScreen extends PageScreen {

    NotHeldScreen(Phone phone) {
        super(phone, "dossier.notHeld.title");
    }

    @Override
    protected List<Node> contents() {
        return List.of(new EmptyState(
                Material2AL.FOLDER_SHARED, messages.get("dossier.notHeld"), messages.get("dossier.notHeldWhy")));
    }
}
