package org.tournee.mobile.dossier;

import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Icons;

/** Switches the over-the-shoulder view on and off, and says which one it is. */
public final class DiscreetToggle extends HBox {

    public DiscreetToggle(Discretion discretion, Messages messages) {
        setAlignment(Pos.CENTER_LEFT);
        ToggleButton toggle = new ToggleButton();
        toggle.getStyleClass().addAll("chip", "discreet-toggle");
        toggle.setId("discreet");
        toggle.selectedProperty().bindBidirectional(discretion.onProperty());
        Runnable show = () -> {
            boolean on = discretion.on();
            toggle.setText(messages.get(on ? "discreet.on" : "discreet.off"));
            toggle.setGraphic(Icons.of(on ? Material2MZ.VISIBILITY_OFF : Material2MZ.VISIBILITY));
            toggle.setAccessibleText(messages.get(on ? "discreet.on.help" : "discreet.off.help"));
        };
        toggle.selectedProperty().addListener((on, was, is) -> show.run());
        show.run();
        getChildren().add(toggle);
    }
}
