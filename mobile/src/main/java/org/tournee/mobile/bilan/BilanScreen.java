package org.tournee.mobile.bilan;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.dossier.DiscreetToggle;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierStyle;

/** The situation as balances, and the plan under it. Rule: R-BIL. */
public final class BilanScreen implements Screen {

    private final Phone phone;
    private final BilanViewModel model;
    private final PlanViewModel plan;
    private final ConclusionViewModel conclusion;
    private final StackPane root;

    public BilanScreen(Phone phone, DossierId dossier, Discretion discretion) {
        this.phone = phone;
        this.model = new BilanViewModel(phone, dossier, discretion, Platform::runLater);
        this.plan = new PlanViewModel(phone, dossier, discretion, Platform::runLater);
        this.conclusion = new ConclusionViewModel(phone, dossier, discretion, Platform::runLater);
        this.root = DossierStyle.on(new StackPane(new BilanView(phone, model, plan, conclusion)));
    }

    @Override
    public String title() {
        return phone.messages().bilan();
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
        plan.refresh();
        conclusion.refresh();
    }

    @Override
    public void leave() {
        model.leave();
        plan.leave();
        conclusion.leave();
    }
}
