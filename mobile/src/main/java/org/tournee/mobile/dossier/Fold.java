package org.tournee.mobile.dossier;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.tournee.mobile.ui.ListRow;

/** A section with its latest line, that opens to the full in its place. */
final class Fold extends VBox {

    private final Supplier<List<Node>> full;
    private final VBox body = new VBox();
    private boolean open;

    Fold(Ikon icon, String title, String latest, Supplier<List<Node>> full) {
        this.full = full;
        getStyleClass().add("fold");
        body.getStyleClass().add("section-body");
        getChildren().add(new ListRow(icon, title, latest, this::toggle));
    }

    private void toggle() {
        open(!open);
    }

    boolean isOpen() {
        return open;
    }

    void open(boolean on) {
        open = on;
        getChildren().remove(body);
        if (on) {
            body.getChildren().setAll(full.get());
            getChildren().add(body);
        }
    }
}
