package org.tournee.mobile.app;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.tournee.mobile.placeholder.HelloView;

/** The application in the worker's hand. */
public final class TourneeApp extends Application {

    @Override
    public void start(Stage stage) {
        setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setTitle("Tournée");
        stage.setScene(new Scene(new HelloView(), 390, 780));
        stage.show();
    }

    public static void main(String[] args) {
        launch(TourneeApp.class, args);
    }
}
