package org.tournee.mobile.dossier;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;

/** The overview of one dossier on one page. Rule: R-REF. */
public final class DossierScreen implements Screen {

    private final Phone phone;
    private final DossierPageViewModel model;
    private final StackPane root;

    public DossierScreen(Phone phone, DossierId dossier, Discretion discretion) {
        this.phone = phone;
        this.model = new DossierPageViewModel(phone, dossier, discretion);
        this.root = DossierStyle.on(new StackPane(new DossierPageView(model)));
    }

    @Override
    public String title() {
        return phone.messages().get("dossier.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Node> actions() {
        return List.of(new DiscreetToggle(model.discretion(), phone.messages()));
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void leave() {
        model.leave();
    }
}
