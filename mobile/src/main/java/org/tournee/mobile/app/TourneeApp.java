package org.tournee.mobile.app;

import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Texts;

/** The application in the worker's hand. */
public final class TourneeApp extends Application {

    @Override
    public void start(Stage stage) {
        Messages messages = new Messages(Locale.FRENCH);
        Scene scene = new Scene(new Page(Texts.title(messages.get("app.name"))), 412, 915);
        Appearance.USUAL.applyTo(scene);
        stage.setTitle(messages.get("app.name"));
        stage.setScene(scene);
        stage.show();
    }

    public static void main(String[] args) {
        launch(TourneeApp.class, args);
    }
}
