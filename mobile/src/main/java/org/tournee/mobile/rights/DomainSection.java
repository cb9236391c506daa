package org.tournee.mobile.rights;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.tournee.mobile.ui.ListRow;

/** One domain: its ring and name; a tap shows its rights, which are made only then. */
final class DomainSection extends VBox {

    private final VBox rights = new VBox();
    private final Supplier<List<Node>> make;

    DomainSection(String name, ProgressRing ring, Supplier<List<Node>> make) {
        this.make = make;
        getStyleClass().add("domain-section");
        rights.getStyleClass().add("section-body");
        ListRow row = new ListRow(ring, name, null, this::toggle);
        row.setId("domain-" + name);
        getChildren().add(row);
    }

    private void toggle() {
        if (getChildren().remove(rights)) {
            return;
        }
        if (rights.getChildren().isEmpty()) {
            rights.getChildren().setAll(make.get());
        }
        getChildren().add(rights);
    }
}
