package org.tournee.mobile.app;

import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.tournee.mobile.device.Lifecycle;
import org.tournee.mobile.device.SystemLooks;

/** Gives the app's scene the look that is set, or that of the system, asked at the start and when one comes back. */
final class Looks {

    private final Scene scene;
    private final Settings settings;
    private boolean darkSystem;

    Looks(Scene scene, Settings settings) {
        this.scene = scene;
        this.settings = settings;
        settings.appearanceProperty().addListener((source, was, is) -> show());
        show();
    }

    /** Follows the system from now on; it is asked in the background, since it may take its time. */
    void follow(SystemLooks system, Lifecycle device, Executor background) {
        Runnable ask = () -> background.execute(() -> {
            boolean dark = system.dark();
            Platform.runLater(() -> become(dark));
        });
        device.onResume(ask);
        ask.run();
    }

    private void become(boolean dark) {
        if (dark != darkSystem) {
            darkSystem = dark;
            show();
        }
    }

    private void show() {
        settings.appearance().on(darkSystem).applyTo(scene);
    }
}
