package org.tournee.mobile.rights;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.device.OtherApps;
import org.tournee.mobile.dossier.DossierStyle;
import org.tournee.sync.RecordId;

/** A rendez-vous des droits: the occasion, the sweep, the summary. Rule: R-RDD. */
public final class RightsScreen implements Screen {

    private final Phone phone;
    private final RightsSweepViewModel model;
    private final OtherApps apps;
    private final StackPane root;

    /**
     * Goes on with a sweep, or begins one.
     *
     * @param checkup null for the one that is not finished, or a new one
     * @param apps that show the official page of a right
     */
    public RightsScreen(Phone phone, DossierId dossier, @Nullable RecordId checkup, OtherApps apps) {
        this.phone = phone;
        this.apps = apps;
        this.model = new RightsSweepViewModel(phone, dossier, checkup, Platform::runLater);
        this.root = DossierStyle.on(new StackPane());
        model.sweep().addListener((on, was, is) -> step(was, is));
        step(null, model.sweep().get());
    }

    /** Only a change of step makes a new page: an answer must not scroll the list away. */
    private void step(@Nullable Sweep was, Sweep is) {
        if (was == null || began(was) != began(is) || was.finished() != is.finished()) {
            root.getChildren().setAll(page(is));
        }
    }

    private static boolean began(Sweep sweep) {
        return sweep.checkup() != null;
    }

    private Node page(Sweep sweep) {
        if (!began(sweep)) {
            return new OccasionView(phone, model);
        }
        return sweep.finished()
                ? new SummaryView(phone, model, this::sweepAgain)
                : new SweepView(phone, model, apps, this::summary);
    }

    private void summary() {
        root.getChildren().setAll(new SummaryView(phone, model, this::sweepAgain));
    }

    private void sweepAgain() {
        root.getChildren().setAll(new SweepView(phone, model, apps, this::summary));
    }

    @Override
    public String title() {
        return phone.messages().get("rights.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void refresh() {
        model.refresh();
    }
}
