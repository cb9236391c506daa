package org.tournee.mobile.placeholder;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** A view without a purpose. */
public final class HelloView extends VBox {

    public HelloView() {
        super(16);
        setAlignment(Pos.CENTER);
        Label title = new Label("Bonjour, la tournée");
        title.getStyleClass().add(Styles.TITLE_2);
        Button button = new Button("Commencer", new FontIcon(Material2AL.DIRECTIONS_WALK));
        button.getStyleClass().add(Styles.ACCENT);
        getChildren().addAll(title, button);
    }
}
