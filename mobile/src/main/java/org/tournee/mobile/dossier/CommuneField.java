package org.tournee.mobile.dossier;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Texts;
import org.tournee.organisation.Commune;

/** The commune of an address: which it is, and a search that changes it. */
public final class CommuneField extends VBox {

    private final CommuneChoice model;
    private final VBox found = new VBox();

    public CommuneField(CommuneChoice model, Messages messages) {
        this.model = model;
        getStyleClass().add("section-body");
        found.getStyleClass().add("section-body");
        var chosen = Texts.strong("");
        Runnable show = () -> {
            boolean any = !model.name().get().isEmpty();
            chosen.setText(any ? messages.get("household.commune", model.name().get()) : "");
            chosen.setVisible(any);
            chosen.setManaged(any);
        };
        model.name().addListener((on, was, is) -> show.run());
        show.run();
        getChildren().add(chosen);
        if (model.mayChoose()) {
            boolean first = model.name().get().isEmpty();
            Field search = Field.text(messages.get(first ? "household.commune.first" : "household.commune.search"));
            search.input().setId("household-commune");
            search.keepIn(model.query());
            model.found().addListener((on, was, is) -> showFound(is, messages));
            getChildren().addAll(search, found);
        } else {
            getChildren().add(Texts.muted(messages.get("household.commune.unknown")));
        }
    }

    private void showFound(List<Commune> communes, Messages messages) {
        List<Node> rows = new ArrayList<>();
        for (Commune commune : communes) {
            rows.add(new ListRow(
                    Material2MZ.PLACE,
                    commune.name(),
                    String.join(", ", commune.postcodes()),
                    () -> model.choose(commune)));
        }
        if (rows.isEmpty() && !model.query().get().isBlank()) {
            rows.add(Texts.muted(messages.get("household.commune.none")));
        }
        found.getChildren().setAll(rows);
    }
}
