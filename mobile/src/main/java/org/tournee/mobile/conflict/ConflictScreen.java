package org.tournee.mobile.conflict;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.dossier.DossierStyle;
import org.tournee.sync.RecordId;

/** Two edits that cannot both stand, and what one can do. Rule: R-REC. */
public final class ConflictScreen implements Screen {

    private final Phone phone;
    private final StackPane root;

    public ConflictScreen(Phone phone, DossierId dossier, RecordId conflict) {
        this.phone = phone;
        ConflictViewModel model = new ConflictViewModel(phone, dossier, conflict, Platform::runLater);
        this.root = DossierStyle.on(new StackPane(new ConflictView(phone, model)));
        model.settled().addListener((on, was, is) -> {
            if (is) {
                phone.navigator().back();
                phone.navigator().say(phone.messages().get("conflict.settled"));
            }
        });
    }

    @Override
    public String title() {
        return phone.messages().get("conflict.title");
    }

    @Override
    public Node node() {
        return root;
    }
}
