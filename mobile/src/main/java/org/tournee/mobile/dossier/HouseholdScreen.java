package org.tournee.mobile.dossier;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;

/** Names, address and reachability of a household. */
public final class HouseholdScreen implements Screen {

    private final Phone phone;
    private final StackPane root;

    public HouseholdScreen(Phone phone, DossierId dossier) {
        this.phone = phone;
        HouseholdFormViewModel model = new HouseholdFormViewModel(phone, dossier, Platform::runLater);
        this.root = DossierStyle.on(new StackPane(new HouseholdFormView(model, phone.messages())));
        model.saved().addListener((on, was, is) -> phone.navigator().back());
    }

    @Override
    public String title() {
        return phone.messages().get("household.title");
    }

    @Override
    public Node node() {
        return root;
    }
}
