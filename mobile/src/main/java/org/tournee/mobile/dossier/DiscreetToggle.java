package org.tournee.mobile.dossier;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Bound;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Tone;

/** Switches the over-the-shoulder view on and off, from the top bar. */
public final class DiscreetToggle extends ToggleButton {

    private final Discretion discretion;
    private final Messages messages;

    public DiscreetToggle(Discretion discretion, Messages messages) {
        this.discretion = discretion;
        this.messages = messages;
        getStyleClass().addAll("big-button", "button-icon", "discreet-toggle");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setId("discreet");
        Bound.both(this, selectedProperty(), discretion.onProperty());
        selectedProperty().addListener((on, was, is) -> show());
        show();
    }

    private void show() {
        boolean on = discretion.on();
        setGraphic(Icons.large(on ? Material2MZ.VISIBILITY_OFF : Material2MZ.VISIBILITY));
        setAccessibleText(messages.get(on ? "discreet.on.help" : "discreet.off.help"));
    }

    /** Says at the head of the page that something is hidden; takes no room while nothing is. */
    public static VBox notice(Discretion discretion, Messages messages) {
        VBox box = new VBox(new Notice(Tone.ACCENT, messages.get("discreet.on")));
        box.visibleProperty().bind(discretion.onProperty());
        box.managedProperty().bind(discretion.onProperty());
        return box;
    }

    /** The same node, not seen while one may look over the shoulder: what is typed in it stays. Rule: R-BIL. */
    public static <N extends Node> N covered(N node, Discretion discretion) {
        node.visibleProperty().bind(discretion.onProperty().not());
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }
}
