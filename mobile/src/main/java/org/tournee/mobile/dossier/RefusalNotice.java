package org.tournee.mobile.dossier;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.VBox;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.store.StoreException;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Tone;

/** Says that the disk refused, that nothing is lost, and what to do; takes no room while it did not. */
public final class RefusalNotice extends VBox {

    public RefusalNotice(ReadOnlyObjectProperty<Optional<StoreException.Problem>> refused, Messages messages) {
        refused.addListener((on, was, is) -> show(is, messages));
        show(refused.get(), messages);
    }

    private void show(Optional<StoreException.Problem> problem, Messages messages) {
        getChildren().clear();
        problem.ifPresent(found ->
                getChildren().add(new Notice(Tone.DUE, messages.get("store.refused." + found.name()))));
        setManaged(problem.isPresent());
        setVisible(problem.isPresent());
    }
}
